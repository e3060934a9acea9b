package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.refresh.Lineage;
import dev.gatehouse.account.refresh.Lineage.Verdict;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.organization.keycloak.policy.PolicyRefresh;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.protocol.oidc.refresh.RefreshTokenContext;
import org.keycloak.representations.RefreshToken;

/**
 * Refresh tokens of first-party clients are good once, whatever the realm's setting is; a token that comes again ends the
 * user session. How far each login's tokens have come is a note of the client session, as durable as the session itself;
 * of two requests with the same token at the same moment, on whatever nodes, an entry of the cluster lets one go on.
 */
final class SingleUseRefresh extends PolicyRefresh {
    private static final String FAMILY = "gatehouse_family";
    private static final String GENERATION = "gatehouse_generation";
    private static final String NOTE = "gatehouse.refresh.";

    /** Until when, in seconds since 1970, everything was issued that nothing is known of any more. */
    private static final String FORGOTTEN = "gatehouse.refresh-forgotten";

    /** Logins of one client in one session whose tokens can be refreshed; of a further one, the oldest gives way. */
    private static final int MAXIMUM_FAMILIES = 32;

    /** Seconds; longer than any request takes, after which the note tells. */
    private static final long CLAIM_LIFESPAN = 60;

    private final Clock clock;
    private @Nullable RefreshToken shown;

    SingleUseRefresh(KeycloakSession session, Clock clock) {
        super(session, clock);
        this.clock = clock;
    }

    @Override
    public TokenManager.AccessTokenResponseBuilder refreshAccessToken(RefreshTokenContext context)
            throws OAuthErrorException {
        if (concerns(context)) {
            shown = context.oldRefreshToken();
        }
        return super.refreshAccessToken(context);
    }

    /** The session is valid and its policies are satisfied: now the token is used up, or was before. */
    @Override
    protected void admit(TokenManager.TokenValidation valid) throws OAuthErrorException {
        RefreshToken token = shown;
        if (token == null) {
            return;
        }
        AuthenticatedClientSessionModel clientSession = valid.clientSessionCtx.getClientSession();
        Verdict verdict =
                Lineage.parse(clientSession.getNote(NOTE + family(token))).judge(generation(token), clock.instant());
        if (verdict == Verdict.GOOD && (isForgotten(token, clientSession) || !claim(token))) {
            verdict = Verdict.RETRY;
        }
        if (verdict == Verdict.REUSED) {
            end(valid.userSession, clientSession);
        }
        if (verdict != Verdict.GOOD) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, "Stale token");
        }
    }

    @Override
    public RefreshToken generateRefreshToken(InitialRefreshTokenContext context) {
        RefreshToken next = super.generateRefreshToken(context);
        RefreshToken used = shown;
        if (used != null) {
            next.getOtherClaims().put(FAMILY, family(used));
            next.getOtherClaims().put(GENERATION, generation(used) + 1);
        }
        return next;
    }

    @Override
    protected void afterRefreshTokenGenerated(
            RefreshTokenContext context, TokenManager.AccessTokenResponseBuilder response) {
        super.afterRefreshTokenGenerated(context, response);
        RefreshToken used = shown;
        if (used != null) {
            AuthenticatedClientSessionModel clientSession =
                    response.getClientSessionCtx().getClientSession();
            makeRoom(clientSession);
            clientSession.setNote(
                    NOTE + family(used),
                    Lineage.after(generation(used), clock.instant()).text());
        }
    }

    private boolean concerns(RefreshTokenContext context) {
        return EnabledRealm.isEnabled(context.grantContext().getRealm())
                && new FirstPartyClients(session)
                        .isUsable(context.grantContext().getClient());
    }

    /** True for one request alone, until it fails. */
    private boolean claim(RefreshToken token) {
        String claim = NOTE + token.getId();
        if (!session.singleUseObjects().putIfAbsent(claim, CLAIM_LIFESPAN)) {
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {}

            @Override
            protected void rollbackImpl() {
                KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(),
                        other -> other.singleUseObjects().remove(claim));
            }
        });
        return true;
    }

    /** In a transaction of its own: the refusal rolls this one back. */
    private void end(UserSessionModel userSession, AuthenticatedClientSessionModel clientSession) {
        String id = userSession.getId();
        boolean offline = userSession.isOffline();
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), other -> {
            UserSessionModel found = offline
                    ? other.sessions().getOfflineUserSession(userSession.getRealm(), id)
                    : other.sessions().getUserSession(userSession.getRealm(), id);
            if (found != null) {
                new SessionEnd(other).end(found, clientSession.getClient(), "Refresh token reused");
            }
        });
    }

    private static void makeRoom(AuthenticatedClientSessionModel clientSession) {
        List<Map.Entry<String, String>> families = clientSession.getNotes().entrySet().stream()
                .filter(note -> note.getKey().startsWith(NOTE))
                .sorted(Comparator.comparingLong(SingleUseRefresh::since))
                .toList();
        families.stream()
                .limit(Math.max(0, families.size() - MAXIMUM_FAMILIES + 1))
                .forEach(oldest -> {
                    clientSession.removeNote(oldest.getKey());
                    clientSession.setNote(FORGOTTEN, Long.toString(since(oldest)));
                });
    }

    private static boolean isForgotten(RefreshToken token, AuthenticatedClientSessionModel clientSession) {
        String until = clientSession.getNote(FORGOTTEN);
        return until != null
                && clientSession.getNote(NOTE + family(token)) == null
                && token.getIat() <= Long.parseLong(until);
    }

    private static long since(Map.Entry<String, String> note) {
        return Lineage.parse(note.getValue()).since();
    }

    /** The first token of a login is the family's name. */
    private static String family(RefreshToken token) {
        return Objects.toString(token.getOtherClaims().get(FAMILY), token.getId());
    }

    private static int generation(RefreshToken token) {
        return token.getOtherClaims().get(GENERATION) instanceof Number number ? number.intValue() : 0;
    }
}
