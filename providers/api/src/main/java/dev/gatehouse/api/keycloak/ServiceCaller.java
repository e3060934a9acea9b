package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.problem.Challenge;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;

/**
 * A service of the product that asks on its own behalf: a client with a service account, by its own access token or by
 * its credentials in an HTTP Basic header, checked as at Keycloak's token endpoint.
 *
 * @param account the client's service account, enabled
 */
public record ServiceCaller(RealmModel realm, ClientModel client, UserModel account) {
    /** The realm role of services that may know whose tokens are good, and what everybody may do. */
    static final String VALIDATE_TOKENS = "validate-tokens";

    private static final String BASIC = "Basic ";

    /** The client whose own access token this is; nothing if it is a person's. */
    public static Optional<ServiceCaller> of(Caller caller) {
        String clientOfAccount = caller.user().getServiceAccountClientLink();
        return caller.client().getId().equals(clientOfAccount)
                ? Optional.of(new ServiceCaller(caller.session().getRealm(), caller.client(), caller.user()))
                : Optional.empty();
    }

    /**
     * The client whose credentials the request carries; nothing if it carries none. {@code unauthenticated} is thrown for
     * wrong ones, as for those of a client that has no service account.
     */
    public static Optional<ServiceCaller> byCredentials(KeycloakSession session) {
        String header =
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        RealmModel realm = session.getContext().getRealm();
        ClientModel client = authenticated(session, realm);
        UserModel account = client == null || client.isPublicClient() || !client.isServiceAccountsEnabled()
                ? null
                : session.users().getServiceAccount(client);
        if (client == null || account == null || !account.isEnabled()) {
            throw Problem.of(ProblemType.UNAUTHENTICATED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, Challenge.basicToo(realm.getName()))
                    .refusal();
        }
        return Optional.of(new ServiceCaller(realm, client, account));
    }

    /** Whether the service account has the realm role now. */
    public boolean holds(String realmRole) {
        RoleModel role = realm.getRole(realmRole);
        return role != null && account.hasRole(role);
    }

    private static @Nullable ClientModel authenticated(KeycloakSession session, RealmModel realm) {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.CLIENT_LOGIN);
        try {
            return AuthorizeClientUtil.authorizeClient(session, event, null).getClient();
        } catch (WebApplicationException refused) {
            return null;
        }
    }
}
