package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.Tokens;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.util.TokenUtil;

/** New tokens for a session that showed more than it had: same session, same client, same scopes. */
public final class SteppedUpTokens {
    private final KeycloakSession session;

    public SteppedUpTokens(KeycloakSession session) {
        this.session = session;
    }

    /** @throws IllegalStateException if the session is not one of this client */
    public Tokens issue(UserSessionModel userSession, ClientModel client) {
        RealmModel realm = userSession.getRealm();
        AuthenticatedClientSessionModel clientSession =
                userSession.getAuthenticatedClientSessionByClient(client.getId());
        if (clientSession == null) {
            throw new IllegalStateException("the session does not know the client");
        }
        ClientSessionContext context = DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                clientSession, clientSession.getNote(OAuth2Constants.SCOPE), session);
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.REFRESH_TOKEN)
                .client(client)
                .user(userSession.getUser())
                .session(userSession)
                .detail(Details.REASON, "step-up");
        AccessTokenResponseBuilder tokens = new TokenManager()
                .responseBuilder(realm, client, event, session, userSession, context)
                .generateAccessToken();
        if (OIDCAdvancedConfigWrapper.fromClientModel(client).isUseRefreshToken()) {
            tokens.generateRefreshToken();
        }
        if (TokenUtil.isOIDCRequest(clientSession.getNote(OAuth2Constants.SCOPE))) {
            tokens.generateIDToken().generateAccessTokenHash();
        }
        AccessTokenResponse response = tokens.build();
        event.success();
        return new Tokens(
                response.getToken(),
                response.getRefreshToken(),
                response.getIdToken(),
                response.getTokenType(),
                response.getExpiresIn(),
                response.getRefreshExpiresIn(),
                response.getScope(),
                userSession.getId());
    }
}
