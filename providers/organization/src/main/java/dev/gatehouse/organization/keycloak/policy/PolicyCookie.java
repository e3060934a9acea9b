package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.NextFactor;
import dev.gatehouse.mfa.keycloak.SecondFactors;
import dev.gatehouse.organization.keycloak.choice.OrganizationChoice;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Single sign-on by cookie, as far as the policies allow it. A session past its time ends. One that lacks a second factor goes
 * on to the required action that asks for it; but where a factor is to be set up, or only a passkey will do, the login begins
 * with the password again: nobody gives themselves a factor in a browser that was left open.
 */
final class PolicyCookie extends CookieAuthenticator {

    private static final Set<FactorType> ONLY_A_PASSKEY = Set.of(FactorType.PASSKEY);

    private final Clock clock;

    PolicyCookie(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        UserSessionModel userSession = userSession(context);
        if (userSession == null) {
            super.authenticate(context);
            return;
        }
        OrganizationPolicies policies =
                new MemberPolicies(session).of(userSession.getUser().getId());
        if (SessionLimits.areOver(userSession, policies.session(), clock.instant())) {
            session.sessions().removeUserSession(context.getRealm(), userSession);
            context.attempted();
            return;
        }
        SecondFactors factors = SecondFactors.of(session);
        NextFactor next = factors.next(userSession, policies.mfa().requirement());
        if (needsLogin(next)) {
            beginAnew(context, userSession);
            return;
        }
        factors.carryOver(userSession, context.getAuthenticationSession());
        super.authenticate(context);
        if (isLeftToKeycloaksOrganizations(context)) {
            context.success();
        }
    }

    private static boolean needsLogin(NextFactor next) {
        return switch (next.step()) {
            case NOTHING -> false;
            case SHOW -> next.types().equals(ONLY_A_PASSKEY);
            case ENROL, IMPOSSIBLE -> true;
        };
    }

    /** As Keycloak does for a client that asks for it with {@code prompt=login}. */
    private static void beginAnew(AuthenticationFlowContext context, UserSessionModel userSession) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        context.setUser(userSession.getUser());
        new AcrStore(context.getSession(), login).setLevelAuthenticatedToCurrentRequest(Constants.NO_LOA);
        login.setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");
        context.setForwardedInfoMessage(Messages.REAUTHENTICATE);
        context.attempted();
    }

    /** A login for an organization waits for an authenticator of Keycloak's, whose work a required action of ours does. */
    private static boolean isLeftToKeycloaksOrganizations(AuthenticationFlowContext context) {
        RequiredActionProviderModel choice = context.getRealm().getRequiredActionProviderByAlias(OrganizationChoice.ID);
        return context.getStatus() == FlowStatus.ATTEMPTED
                && Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(AuthenticationManager.SSO_AUTH))
                && choice != null
                && choice.isEnabled();
    }

    /** The session behind the cookie, before looking at it counts as using it. */
    private static @Nullable UserSessionModel userSession(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        String cookie = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
        if (cookie == null || cookie.isEmpty()) {
            return null;
        }
        AuthenticationManager.AuthResult result = AuthenticationManager.verifyIdentityToken(
                session,
                context.getRealm(),
                session.getContext().getUri(),
                session.getContext().getConnection(),
                true,
                false,
                null,
                true,
                cookie,
                session.getContext().getHttpRequest().getHttpHeaders(),
                verifier -> {});
        return result == null ? null : result.session();
    }
}
