package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.validation.LiveToken;
import dev.gatehouse.account.validation.TokenOrganizations;
import dev.gatehouse.organization.keycloak.policy.SessionLimits;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.TokenVerifier;
import org.keycloak.TokenVerifier.RealmUrlCheck;
import org.keycloak.common.VerificationException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.TokenManager.NotBeforeCheck;
import org.keycloak.protocol.oidc.TokenManager.TokenRevocationCheck;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.Urls;
import org.keycloak.services.util.UserSessionUtil;

/**
 * Says whether an access token of the realm is good now, by all that Keycloak's introspection asks: signature, time,
 * revocation, client, session and user. Unlike it, this makes no new claims, and says what holds for bound tokens without
 * their proof.
 *
 * <p>Client, session and user come from Keycloak's caches once those know them; they hear of every change on every node.
 */
public final class TokenValidation {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final SignedTokens tokens;
    private final Clock clock;

    /** @param tokens the node's own */
    public TokenValidation(KeycloakSession session, SignedTokens tokens, Clock clock) {
        this.session = session;
        this.tokens = tokens;
        this.clock = clock;
        this.realm = session.getContext().getRealm();
    }

    /** What the token says, or nothing if it is not good now, for whatever reason. */
    public Optional<LiveToken> of(String encoded) {
        AccessToken token = tokens.find(session, realm, encoded).orElse(null);
        if (token == null || token.getId() == null || token.getIat() == null || token.getIssuedFor() == null) {
            return Optional.empty();
        }
        ClientModel client = realm.getClientByClientId(token.getIssuedFor());
        if (client == null || !client.isEnabled() || !isCurrent(token, client)) {
            return Optional.empty();
        }
        UserSessionModel userSession = UserSessionUtil.findValidSessionForAccessToken(
                        session, realm, token, client, invalid -> {})
                .getUserSession();
        if (userSession == null || !isAlive(userSession, client)) {
            return Optional.empty();
        }
        UserModel user = userSession.getUser();
        return TokenManager.isUserValid(session, realm, token, user)
                ? Optional.of(live(token, user))
                : Optional.empty();
    }

    private boolean isCurrent(JsonWebToken token, ClientModel client) {
        try {
            return TokenVerifier.IS_ACTIVE.test(token)
                    && new RealmUrlCheck(Urls.realmIssuer(
                                    session.getContext().getUri().getBaseUri(), realm.getName()))
                            .test(token)
                    && NotBeforeCheck.forModel(realm).test(token)
                    && NotBeforeCheck.forModel(client).test(token)
                    && new TokenRevocationCheck(session).test(token);
        } catch (VerificationException stale) {
            return false;
        }
    }

    private boolean isAlive(UserSessionModel userSession, ClientModel client) {
        if (SessionLimits.areOver(userSession, clock.instant())) {
            return false;
        }
        return !userSession.isOffline()
                || UserSessionUtil.isOfflineAccessGranted(
                        session, userSession.getAuthenticatedClientSessionByClient(client.getId()));
    }

    private static LiveToken live(AccessToken token, UserModel user) {
        Map<String, Object> claims = token.getOtherClaims();
        return new LiveToken(
                user.getId(),
                user.getUsername(),
                token.getIssuedFor(),
                Objects.requireNonNullElse(token.getScope(), ""),
                token.getIssuer(),
                token.getAudience() == null ? List.of() : List.of(token.getAudience()),
                Objects.requireNonNullElse(token.getExp(), 0L),
                token.getIat(),
                token.getType(),
                confirmation(token.getConfirmation()),
                token.getAcr(),
                claims.get("amr") instanceof Collection<?> methods
                        ? methods.stream().map(String::valueOf).toList()
                        : List.of(),
                token.getSessionId(),
                TokenOrganizations.of(claims.get("organization")));
    }

    private static Map<String, String> confirmation(AccessToken.@Nullable Confirmation bound) {
        if (bound == null) {
            return Map.of();
        }
        if (bound.getKeyThumbprint() != null) {
            return Map.of("jkt", bound.getKeyThumbprint());
        }
        return bound.getCertThumbprint() == null ? Map.of() : Map.of("x5t#S256", bound.getCertThumbprint());
    }
}
