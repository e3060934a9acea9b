package dev.gatehouse.api.auth;

import dev.gatehouse.account.ActionOutcome;
import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.account.keycloak.PendingActions;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** {@code POST /auth/actions/{action}}: what an account has to do before its login goes on. */
public final class ActionsResource {
    private static final String UPDATE_PASSWORD = "update_password";
    private static final String VERIFY_EMAIL = "verify_email";
    private static final String UPDATE_PROFILE = "update_profile";
    private static final String VERIFY_PROFILE = "verify_profile";
    private static final String TERMS = "terms";

    private final FirstPartyLogin login;
    private final String action;

    ActionsResource(FirstPartyLogin login, String action) {
        this.login = login;
        this.action = action;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response act(InputStream body) {
        return switch (action) {
            case UPDATE_PASSWORD -> updatePassword(RequestBody.read(body, UpdatePasswordRequest.class));
            case VERIFY_EMAIL -> verifyEmail(RequestBody.read(body, ActionRequest.class));
            case UPDATE_PROFILE, VERIFY_PROFILE -> updateProfile(RequestBody.read(body, UpdateProfileRequest.class));
            case TERMS -> acceptTerms(RequestBody.read(body, TermsRequest.class));
            default -> throw absent();
        };
    }

    private Response updatePassword(UpdatePasswordRequest request) {
        return answer(due(request.actionToken()).updatePassword(request.newPassword()));
    }

    /** Due or done: the link may have been followed since. */
    private Response verifyEmail(ActionRequest request) {
        PendingActions actions = pending(request.actionToken());
        if (!actions.isDue(action) && !actions.isAddressVerified()) {
            throw absent();
        }
        return answer(actions.verifyEmail());
    }

    private Response updateProfile(UpdateProfileRequest request) {
        return answer(due(request.actionToken()).updateProfile(action, request.change()));
    }

    private Response acceptTerms(TermsRequest request) {
        PendingActions actions = due(request.actionToken());
        if (!request.accepted()) {
            throw Problem.invalid(List.of(Mistake.VALUE.at("/accepted", "Nobody logs in without accepting the terms.")))
                    .refusal();
        }
        return answer(actions.acceptTerms());
    }

    private PendingActions due(String token) {
        PendingActions actions = pending(token);
        if (!actions.isDue(action)) {
            throw absent();
        }
        return actions;
    }

    private PendingActions pending(String token) {
        return login.pendingActions(token)
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_GRANT).refusal());
    }

    private static RuntimeException absent() {
        return Problem.of(ProblemType.NOT_FOUND).refusal();
    }

    private static Response answer(ActionOutcome outcome) {
        return outcome.next()
                .map(next -> next.answer(new LoginAnswers()))
                .orElseGet(() -> AccountAnswers.answer(outcome.account(), () -> {
                    throw new IllegalStateException("What was done leads on");
                }));
    }
}
