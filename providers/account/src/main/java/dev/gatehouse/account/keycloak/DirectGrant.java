package dev.gatehouse.account.keycloak;

import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The client's own direct grant flow, run by Keycloak's own processor on an authentication session that outlives the
 * request: what the token endpoint does for {@code grant_type=password}, in parts.
 */
final class DirectGrant {
    private static final Logger LOG = Logger.getLogger(DirectGrant.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;

    DirectGrant(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = event;
    }

    /** A new login of this client. */
    AuthenticationSessionModel open(ClientModel client, String scope) {
        AuthenticationSessionModel login = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm, false)
                .createAuthenticationSession(client);
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        login.setAction(AuthenticatedClientSessionModel.Action.AUTHENTICATE.name());
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        if (!scope.isEmpty()) {
            login.setClientNote(OAuth2Constants.SCOPE, scope);
        }
        return login;
    }

    /** The end of a login that came to nothing. */
    void close(AuthenticationSessionModel login) {
        new AuthenticationSessionManager(session).removeAuthenticationSession(realm, login, false);
    }

    AuthenticationProcessor processor(AuthenticationSessionModel login) {
        return new AuthenticationProcessor()
                .setAuthenticationSession(login)
                .setFlowId(
                        AuthenticationFlowResolver.resolveDirectGrantFlow(login).getId())
                .setFlowPath("token")
                .setConnection(session.getContext().getConnection())
                .setEventBuilder(event)
                .setRealm(realm)
                .setSession(session)
                .setUriInfo(session.getContext().getUri())
                .setRequest(session.getContext().getHttpRequest());
    }

    /** Runs the flow from where it stands. True if it is through; if not, its steps have told the events why. */
    boolean run(AuthenticationProcessor processor) {
        try {
            Response challenge = processor.authenticateOnly();
            return challenge == null;
        } catch (AuthenticationFlowException failed) {
            LOG.debugf(failed, "The direct grant flow of realm %s failed", realm.getName());
            event.error(Errors.INVALID_USER_CREDENTIALS);
            return false;
        }
    }
}
