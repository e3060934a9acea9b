package dev.gatehouse.api.mfa;

import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.account.keycloak.PendingLogin;
import dev.gatehouse.api.auth.LoginAnswers;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.VerificationOutcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /mfa}. */
public final class MfaResource {
    private final FirstPartyLogin login;
    private final CodeAnswers answers;
    private final DevicesAccess devices;

    public MfaResource(FirstPartyLogin login, CodeAnswers answers, DevicesAccess devices) {
        this.login = login;
        this.answers = answers;
        this.devices = devices;
    }

    @POST
    @Path("challenge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response challenge(InputStream body) {
        ChallengeRequest request = RequestBody.read(body, ChallengeRequest.class);
        PendingLogin pending = pending(request.mfaToken());
        return answers.answer(pending.challenge(request.methodId()));
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify(InputStream body) {
        VerifyRequest request = RequestBody.read(body, VerifyRequest.class);
        String factor = factor(request);
        PendingLogin pending = pending(request.mfaToken());
        VerificationOutcome outcome = pending.verify(factor, request.code());
        return outcome.isAccepted()
                ? goOn(pending, request).answer(new LoginAnswers())
                : answers.refuse(outcome).response();
    }

    @Path("trusted-devices")
    public TrustedDevicesResource trustedDevices() {
        return new TrustedDevicesResource(devices);
    }

    private LoginOutcome goOn(PendingLogin pending, VerifyRequest request) {
        return Boolean.TRUE.equals(request.trustDevice()) ? login.resumeTrusting(pending) : login.resume(pending);
    }

    private PendingLogin pending(@Nullable String token) {
        if (token == null) {
            throw Problem.of(ProblemType.UNAUTHENTICATED).refusal();
        }
        return login.pending(token)
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_GRANT).refusal());
    }

    private static String factor(VerifyRequest request) {
        String challenge = request.challengeId();
        String method = request.methodId();
        if (challenge != null && method == null) {
            return challenge;
        }
        if (method != null && challenge == null) {
            return method;
        }
        throw Problem.invalid(List.of(
                        Mistake.REQUIRED.at("/challenge_id", "Either challenge_id or method_id has to be there.")))
                .refusal();
    }
}
