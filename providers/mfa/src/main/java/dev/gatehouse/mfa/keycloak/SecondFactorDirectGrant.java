package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ShownFactors;
import dev.gatehouse.mfa.device.TrustedDevice;
import dev.gatehouse.mfa.keycloak.device.UserDevices;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/**
 * The direct grant's second step: a password alone gets no token where the user has a second factor, or where something
 * asks for one.
 *
 * <p>Keycloak's token endpoint throws the authentication session away after the challenge, so there is no way through it;
 * a caller that keeps the session alive has the step satisfied by {@link SecondFactors#verify} and runs the flow again.
 */
final class SecondFactorDirectGrant implements Authenticator {

    private static final String ERROR = "mfa_required";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        DueFactor due = new DueFactor(context.getAuthenticationSession());
        String executionId = context.getExecution().getId();
        ShownFactors shown = due.shown(executionId, user);
        Optional<TrustedDevice> device = shown.any()
                ? Optional.empty()
                : UserDevices.of(context.getSession(), context.getRealm(), user)
                        .presented(context.getAuthenticationSession());
        if (device.isPresent()) {
            context.getEvent().detail(UserDevices.DETAIL, device.get().id());
            context.success();
            return;
        }
        if (!SecondFactors.of(context.getSession())
                .afterPassword(context.getAuthenticationSession(), user, shown)
                .isNothing()) {
            due.markDue(executionId);
            context.challenge(Response.status(Status.BAD_REQUEST)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(new OAuth2ErrorRepresentation(ERROR, "A second factor is required"))
                    .build());
            return;
        }
        if (!shown.any()) {
            context.success();
            return;
        }
        new ShownNotes(context.getRealm()).record(context.getAuthenticationSession(), shown);
        AuthenticationLevel.raise(context.getSession(), context.getAuthenticationSession(), shown.level());
        context.success(BruteForce.CATEGORY);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        authenticate(context);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /** Always: whether there is a factor to show is for {@link #authenticate} to see. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
