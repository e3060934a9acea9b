package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.Tokens;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.TokenManager.AccessTokenResponseBuilder;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsResponseContext;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.util.MtlsHoKTokenUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** Turns a login that is through into a user session and its tokens, as Keycloak's password grant does. */
final class TokenGrant {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final EventBuilder event;

    TokenGrant(KeycloakSession session, ClientModel client, EventBuilder event) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.client = client;
        this.event = event;
    }

    /** The tokens; nothing if a proof of possession that the client owes is missing. */
    Optional<Tokens> issue(AuthenticationProcessor processor) throws ClientPolicyException {
        AuthenticationSessionModel login = processor.getAuthenticationSession();
        AuthenticationManager.setClientScopesInSession(session, login);
        ClientSessionContext context = processor.attachSession();
        context.setAttribute(Constants.GRANT_TYPE, OAuth2Constants.PASSWORD);
        UserSessionModel userSession = processor.getUserSession();
        userSession.setNote(AuthenticationManager.AUTH_TIME, String.valueOf(Time.currentTimeMillis() / 1000));

        OIDCAdvancedConfigWrapper config = OIDCAdvancedConfigWrapper.fromClientModel(client);
        AccessTokenResponseBuilder tokens = new TokenManager()
                .responseBuilder(realm, client, event, session, userSession, context)
                .generateAccessToken();
        if (config.isUseRefreshToken()) {
            tokens.generateRefreshToken();
            if (TokenUtil.TOKEN_TYPE_OFFLINE.equals(tokens.getRefreshToken().getType())) {
                session.sessions().removeUserSession(realm, userSession);
            }
        }
        if (TokenUtil.isOIDCRequest(context.getClientSession().getNote(OAuth2Constants.SCOPE))) {
            tokens.generateIDToken().generateAccessTokenHash();
        }
        if (config.isUseMtlsHokToken() && !bindToCertificate(tokens, config.isUseRefreshToken())) {
            return Optional.empty();
        }
        session.clientPolicy()
                .triggerOnEvent(new ResourceOwnerPasswordCredentialsResponseContext(
                        session.getContext().getHttpRequest().getDecodedFormParameters(), context, tokens));
        AccessTokenResponse response = tokens.build();
        event.success();
        AuthenticationManager.logSuccess(session, login);
        return Optional.of(new Tokens(
                response.getToken(),
                response.getRefreshToken(),
                response.getIdToken(),
                response.getTokenType(),
                response.getExpiresIn(),
                response.getRefreshExpiresIn(),
                response.getScope(),
                userSession.getId()));
    }

    private boolean bindToCertificate(AccessTokenResponseBuilder tokens, boolean refreshToken) {
        AccessToken.Confirmation confirmation = MtlsHoKTokenUtil.bindTokenWithClientCertificate(
                session.getContext().getHttpRequest(), session);
        if (confirmation == null) {
            event.detail(Details.REASON, "Client certificate missing for token binding");
            event.error(Errors.INVALID_REQUEST);
            return false;
        }
        tokens.getAccessToken().setConfirmation(confirmation);
        if (refreshToken) {
            tokens.getRefreshToken().setConfirmation(confirmation);
        }
        return true;
    }
}
