package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.LoginOutcome.Refusal;
import dev.gatehouse.account.LoginTicket;
import dev.gatehouse.account.LoginTickets;
import dev.gatehouse.account.RequiredAction;
import dev.gatehouse.account.TicketPurpose;
import dev.gatehouse.mfa.NextFactor;
import dev.gatehouse.mfa.keycloak.SecondFactors;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.util.DPoPUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Takes a login as far as it gets: to its tokens, or to where it has to wait, or to its end. */
final class LoginSteps {
    private static final Duration TICKET_LIFE = Duration.ofMinutes(10);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final EventBuilder event;
    private final LoginTickets tickets;

    LoginSteps(KeycloakSession session, ClientModel client, EventBuilder event, LoginTickets tickets) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.client = client;
        this.event = event;
        this.tickets = tickets;
    }

    LoginOutcome goOn(AuthenticationSessionModel login) {
        session.getContext().setAuthenticationSession(login);
        DirectGrant grant = new DirectGrant(session, event);
        if (!hasProof()) {
            grant.close(login);
            return new LoginOutcome.Refused(Refusal.PROOF);
        }
        AuthenticationProcessor processor = grant.processor(login);
        boolean through = grant.run(processor);
        SecondFactors factors = SecondFactors.of(session);
        UserModel user = login.getAuthenticatedUser();
        if (user == null || (!through && !factors.isDue(login))) {
            grant.close(login);
            return new LoginOutcome.Refused(Refusal.CREDENTIALS);
        }
        if (!new OrganizationScopes(session, client).areOpenTo(user, login.getClientNote(OAuth2Constants.SCOPE))) {
            event.user(user).detail(Details.REASON, "Not a member of the organization asked for");
            event.error(Errors.NOT_ALLOWED);
            grant.close(login);
            return new LoginOutcome.Refused(Refusal.ORGANIZATION);
        }
        if (!through) {
            return secondFactor(login, user, factors);
        }
        return finish(processor, login, user);
    }

    private LoginOutcome secondFactor(AuthenticationSessionModel login, UserModel user, SecondFactors factors) {
        Duration life = ticketLife();
        NextFactor due = factors.due(login, user);
        if (due.step() == NextFactor.Step.SHOW) {
            return new LoginOutcome.SecondFactorDue(
                    ticket(TicketPurpose.SECOND_FACTOR, login, life), life, factors.methods(login, user));
        }
        event.user(user).detail(Details.REASON, "A second factor has to be set up");
        event.error(Errors.RESOLVE_REQUIRED_ACTIONS);
        return new LoginOutcome.EnrolmentDue(ticket(TicketPurpose.ENROLMENT, login, life), life, due.types());
    }

    private LoginOutcome finish(AuthenticationProcessor processor, AuthenticationSessionModel login, UserModel user) {
        processor.evaluateRequiredActionTriggers();
        List<RequiredAction> actions = Stream.concat(
                        user.getRequiredActionsStream(), login.getRequiredActions().stream())
                .distinct()
                .map(RequiredAction::of)
                .toList();
        if (!actions.isEmpty()) {
            event.user(user).detail(Details.REASON, "Account is not fully set up");
            event.error(Errors.RESOLVE_REQUIRED_ACTIONS);
            return new LoginOutcome.ActionsDue(ticket(TicketPurpose.REQUIRED_ACTION, login, ticketLife()), actions);
        }
        try {
            return new TokenGrant(session, client, event)
                    .issue(processor)
                    .<LoginOutcome>map(LoginOutcome.LoggedIn::new)
                    .orElseGet(() -> {
                        session.getTransactionManager().setRollbackOnly();
                        return new LoginOutcome.Refused(Refusal.PROOF);
                    });
        } catch (ClientPolicyException refused) {
            session.getTransactionManager().setRollbackOnly();
            return refusedByPolicy(event, refused);
        }
    }

    static LoginOutcome refusedByPolicy(EventBuilder event, ClientPolicyException refused) {
        event.detail(Details.REASON, Details.CLIENT_POLICY_ERROR)
                .detail(Details.CLIENT_POLICY_ERROR, refused.getError())
                .detail(Details.CLIENT_POLICY_ERROR_DETAIL, refused.getErrorDetail());
        event.error(refused.getError());
        return new LoginOutcome.Refused(Refusal.CLIENT_POLICY);
    }

    /** Looks at a DPoP proof, where one came along or the client owes one. */
    private boolean hasProof() {
        try {
            DPoPUtil.handleDPoPHeader(
                    session, event, Cors.builder().auth(), OIDCAdvancedConfigWrapper.fromClientModel(client));
            return true;
        } catch (WebApplicationException refused) {
            return false;
        }
    }

    private String ticket(TicketPurpose purpose, AuthenticationSessionModel login, Duration life) {
        UserModel user = login.getAuthenticatedUser();
        return tickets.issue(
                new LoginTicket(
                        purpose,
                        realm.getId(),
                        client.getId(),
                        user.getId(),
                        login.getParentSession().getId(),
                        login.getTabId(),
                        Passwords.stamp(user)),
                life);
    }

    /** A login cannot wait longer than the realm lets any login take. */
    private Duration ticketLife() {
        Duration realmLimit = Duration.ofSeconds(realm.getAccessCodeLifespanLogin());
        return realmLimit.compareTo(TICKET_LIFE) < 0 ? realmLimit : TICKET_LIFE;
    }
}
