package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.mfa.keycloak.SecondFactors;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenException;
import org.keycloak.representations.RefreshToken;

/**
 * Keycloak's refresh tokens, given out and taken only where the session satisfies the policies as they are now, offline
 * ones included. Whatever way in a session came, it gets no further than here.
 */
public abstract class PolicyRefresh extends DefaultRefreshTokenProvider {

    private static final String SESSION_OVER = "Session not active";
    private static final String FACTOR_DUE = "A second factor is required";

    /** What was asked of the session whose token is being refreshed. */
    private record Asked(String userSessionId, OrganizationPolicies policies) {}

    private final Clock clock;
    private @Nullable Asked asked;

    protected PolicyRefresh(KeycloakSession session, Clock clock) {
        super(session);
        this.clock = clock;
    }

    /** A last word of whoever builds on this, about a session that satisfies the policies. */
    protected abstract void admit(TokenManager.TokenValidation valid) throws OAuthErrorException;

    @Override
    protected final TokenManager.TokenValidation validateToken(
            KeycloakSession session,
            UriInfo uri,
            ClientConnection connection,
            RealmModel realm,
            RefreshToken token,
            HttpHeaders headers,
            String scope,
            ClientModel client,
            TokenManager tokens,
            EventBuilder event)
            throws OAuthErrorException {
        TokenManager.TokenValidation valid =
                super.validateToken(session, uri, connection, realm, token, headers, scope, client, tokens, event);
        Optional<String> objection = objection(valid.userSession);
        if (objection.isPresent()) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, objection.get());
        }
        admit(valid);
        return valid;
    }

    @Override
    public RefreshToken generateRefreshToken(InitialRefreshTokenContext context) {
        UserSessionModel userSession =
                context.clientSessionCtx().getClientSession().getUserSession();
        objection(userSession).ifPresent(objection -> {
            context.event().error(OAuthErrorException.INVALID_GRANT);
            throw new RefreshTokenException(OAuthErrorException.INVALID_GRANT, objection);
        });
        RefreshToken token = super.generateRefreshToken(context);
        policies(userSession)
                .session()
                .end(Instant.ofEpochSecond(userSession.getStarted()), clock.instant())
                .map(Instant::getEpochSecond)
                .filter(end -> token.getExp() == null || token.getExp() == 0 || token.getExp() > end)
                .ifPresent(token::exp);
        return token;
    }

    /** Why the session may not go on; the first answer of a request holds for all of it. */
    private Optional<String> objection(UserSessionModel userSession) {
        if (asked != null && asked.userSessionId().equals(userSession.getId())) {
            return Optional.empty();
        }
        OrganizationPolicies policies = policies(userSession);
        if (SessionLimits.areOver(userSession, policies.session(), clock.instant())) {
            return Optional.of(SESSION_OVER);
        }
        if (!SecondFactors.of(session)
                .next(userSession, policies.mfa().requirement())
                .isNothing()) {
            return Optional.of(FACTOR_DUE);
        }
        SessionLimits.remember(userSession, policies.session());
        asked = new Asked(userSession.getId(), policies);
        return Optional.empty();
    }

    private OrganizationPolicies policies(UserSessionModel userSession) {
        return asked != null && asked.userSessionId().equals(userSession.getId())
                ? asked.policies()
                : new MemberPolicies(session).of(userSession.getUser().getId());
    }
}
