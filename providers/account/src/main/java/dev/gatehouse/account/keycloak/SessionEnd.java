package dev.gatehouse.account.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.TokenUtil;

/** Logs out: the user session ends, with all its tokens, and its clients are told as Keycloak tells them. */
public final class SessionEnd {
    private final KeycloakSession session;
    private final RealmModel realm;

    public SessionEnd(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Ends this session; the event names the client that asked for it. */
    public void end(UserSessionModel userSession, ClientModel client) {
        end(userSession, client, null);
    }

    /** @param reason for the event, where nobody has asked */
    void end(UserSessionModel userSession, ClientModel client, @Nullable String reason) {
        KeycloakContext context = session.getContext();
        EventBuilder event = new EventBuilder(realm, session, context.getConnection())
                .event(EventType.LOGOUT)
                .client(client)
                .user(userSession.getUser())
                .session(userSession)
                .detail(Details.REASON, reason);
        AuthenticationManager.backchannelLogout(
                session,
                realm,
                userSession,
                context.getUri(),
                context.getConnection(),
                context.getHttpRequest().getHttpHeaders(),
                true);
        event.success();
    }

    /** Ends the session of this refresh token. False if the token is not good. */
    public boolean endOf(String encoded) {
        RefreshToken token = session.tokens().decode(encoded, RefreshToken.class);
        ClientModel client = token == null ? null : realm.getClientByClientId(token.getIssuedFor());
        if (token == null || client == null) {
            return false;
        }
        try {
            new TokenManager()
                    .verifyRefreshToken(
                            session, realm, client, session.getContext().getHttpRequest(), encoded, true);
        } catch (OAuthErrorException notGood) {
            return false;
        }
        UserSessionModel userSession = TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())
                ? session.sessions().getOfflineUserSession(realm, token.getSessionId())
                : session.sessions().getUserSession(realm, token.getSessionId());
        if (userSession == null || !AuthenticationManager.isSessionValid(realm, userSession)) {
            return false;
        }
        end(userSession, client);
        return true;
    }
}
