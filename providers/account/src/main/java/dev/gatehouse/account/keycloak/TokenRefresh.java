package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.LoginOutcome.Refusal;
import dev.gatehouse.account.Tokens;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.refresh.RefreshTokenException;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil.ClientAuthResult;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.util.DPoPUtil;

/** New tokens for a refresh token, by Keycloak's own refresh grant with all its rules and events. */
public final class TokenRefresh {
    private final KeycloakSession session;

    public TokenRefresh(KeycloakSession session) {
        this.session = session;
    }

    public LoginOutcome refresh(String refreshToken, @Nullable String clientId, @Nullable String clientSecret) {
        Map<String, String> form = new HashMap<>();
        form.put(OAuth2Constants.GRANT_TYPE, OAuth2Constants.REFRESH_TOKEN);
        form.put(OAuth2Constants.REFRESH_TOKEN, refreshToken);
        form.put(OAuth2Constants.CLIENT_ID, new FirstPartyClients(session).idOrDefault(clientId));
        if (clientSecret != null) {
            form.put(OAuth2Constants.CLIENT_SECRET, clientSecret);
        }
        HttpRequest original = session.getContext().getHttpRequest();
        session.getContext().setHttpRequest(new FormRequest(original, form));
        try {
            return asForm();
        } finally {
            session.getContext().setHttpRequest(original);
        }
    }

    private LoginOutcome asForm() {
        OAuth2GrantType grant = session.getProvider(OAuth2GrantType.class, OAuth2Constants.REFRESH_TOKEN);
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(grant.getEventType())
                .detail(Details.GRANT_TYPE, OAuth2Constants.REFRESH_TOKEN);
        Cors cors = Cors.builder().auth();
        ClientAuthResult authenticated;
        try {
            authenticated = AuthorizeClientUtil.authorizeClient(session, event, null);
        } catch (WebApplicationException refused) {
            return new LoginOutcome.Refused(Refusal.CLIENT);
        }
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        OIDCAdvancedConfigWrapper config = OIDCAdvancedConfigWrapper.fromClientModel(authenticated.getClient());
        try {
            DPoPUtil.handleDPoPHeader(session, event, cors, config);
        } catch (WebApplicationException refused) {
            return new LoginOutcome.Refused(Refusal.PROOF);
        }
        try (Response response = grant.process(new OAuth2GrantType.Context(
                session, config, authenticated.getClientAuthAttributes(), form, event, cors, new TokenManager()))) {
            return new LoginOutcome.LoggedIn(tokens((AccessTokenResponse) response.getEntity()));
        } catch (WebApplicationException | RefreshTokenException refused) {
            return new LoginOutcome.Refused(Refusal.TICKET);
        }
    }

    private static Tokens tokens(AccessTokenResponse response) {
        return new Tokens(
                response.getToken(),
                response.getRefreshToken(),
                response.getIdToken(),
                response.getTokenType(),
                response.getExpiresIn(),
                response.getRefreshExpiresIn(),
                Objects.requireNonNullElse(response.getScope(), ""),
                response.getSessionState());
    }
}
