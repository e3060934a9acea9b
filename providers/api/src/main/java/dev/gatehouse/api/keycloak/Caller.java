package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.api.problem.Challenge;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.keycloak.policy.SessionLimits;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The user of a request: whose bearer access token of this realm is valid now, with its session alive and the user
 * enabled. A token that was revoked or logged out does not make a caller, nor does one of a session past the time that an
 * organization of the user gives it.
 */
public record Caller(
        KeycloakSession keycloak, UserModel user, UserSessionModel session, AccessToken token, ClientModel client) {
    /** The caller, or {@code unauthenticated} thrown. */
    public static Caller require(KeycloakSession keycloak) {
        return of(keycloak).orElseThrow(() -> unauthenticated(keycloak));
    }

    /**
     * This caller, whose token is a first-party client's; a third party's is consent to something else.
     *
     * @param refusal what {@code forbidden}, thrown otherwise, says
     */
    Caller ofFirstParty(String refusal) {
        if (!new FirstPartyClients(keycloak).isUsable(client)) {
            throw Problem.of(ProblemType.FORBIDDEN).detail(refusal).refusal();
        }
        return this;
    }

    /** The problem of a request that has no good access token, or none at all. */
    static RuntimeException unauthenticated(KeycloakSession keycloak) {
        String realm = keycloak.getContext().getRealm().getName();
        boolean carriedOne =
                keycloak.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION)
                        != null;
        return Problem.of(ProblemType.UNAUTHENTICATED)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        carriedOne ? Challenge.invalidToken(realm) : Challenge.plain(realm))
                .refusal();
    }

    public static Optional<Caller> of(KeycloakSession keycloak) {
        HttpHeaders headers = keycloak.getContext().getHttpRequest().getHttpHeaders();
        AppAuthManager.AuthHeader header;
        try {
            header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(headers);
        } catch (jakarta.ws.rs.NotAuthorizedException severalHeaders) {
            return Optional.empty();
        }
        if (header == null) {
            return Optional.empty();
        }
        AuthResult result = new AppAuthManager.BearerTokenAuthenticator(keycloak)
                .setTokenString(header.getToken())
                .authenticate();
        if (result == null
                || result.session() == null
                || SessionLimits.areOver(result.session(), Instant.ofEpochMilli(Time.currentTimeMillis()))) {
            return Optional.empty();
        }
        keycloak.getContext().setClient(result.client());
        return Optional.of(new Caller(keycloak, result.user(), result.session(), result.token(), result.client()));
    }

    /** What this caller may do in the admin console of this realm. */
    public AdminPermissionEvaluator permissions() {
        return AdminPermissions.evaluator(
                keycloak, session.getRealm(), new AdminAuth(session.getRealm(), token, user, client));
    }

    /** Whether the admin console would let this caller manage the realm's organizations. */
    public boolean mayManageOrganizations() {
        return permissions().orgs().canManage();
    }

    /** Whether the admin console would let this caller manage the realm's users. */
    public boolean mayManageUsers() {
        return permissions().users().canManage();
    }
}
