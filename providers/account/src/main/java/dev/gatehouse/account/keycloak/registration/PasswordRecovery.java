package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.AccountOutcome.Status;
import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.account.keycloak.Passwords;
import dev.gatehouse.account.keycloak.SingleUseTicketStore;
import dev.gatehouse.account.link.LinkPurpose;
import dev.gatehouse.account.link.LinkTicket;
import dev.gatehouse.account.link.LinkTickets;
import dev.gatehouse.account.password.BrokenRule;
import dev.gatehouse.account.registration.Errand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A new password for who forgot it and reads mail at the account's address. It opens no session: the login with the new
 * password asks for the second factor like any other.
 */
public final class PasswordRecovery {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;

    public PasswordRecovery(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.desk = LinkPageFactory.desk(session);
    }

    /** Has a link sent to this address if an account has it; whether one does is looked into once the answer is given. */
    public void ask(String email) {
        new ErrandBook(session, desk).add(Errand.Kind.PASSWORD_RESET, email.toLowerCase(Locale.ROOT), null);
    }

    /** Sets the password with the token of that mail, which is good once, for the password that it was asked to replace. */
    public AccountOutcome reset(String token, String password) {
        EventBuilder event = event();
        LinkTickets tickets = new LinkTickets(new SingleUseTicketStore(session.singleUseObjects()), desk.random());
        Optional<UserModel> found =
                tickets.find(token, LinkPurpose.RESET_PASSWORD, realm.getId()).flatMap(this::owner);
        if (found.isEmpty()) {
            event.error(Errors.INVALID_TOKEN);
            return AccountOutcome.of(Status.TOKEN);
        }
        UserModel user = found.get();
        List<BrokenRule> rules = new PasswordRules(session).brokenBy(user, password);
        if (!rules.isEmpty()) {
            event.user(user).error(Errors.PASSWORD_REJECTED);
            return AccountOutcome.refusedPassword(rules);
        }
        if (tickets.claim(token, LinkPurpose.RESET_PASSWORD, realm.getId()).isEmpty()) {
            event.user(user).error(Errors.INVALID_TOKEN);
            return AccountOutcome.of(Status.TOKEN);
        }
        PasswordChange change = new PasswordChange(session);
        if (!change.set(user, password, event)) {
            event.user(user).error(Errors.NOT_ALLOWED);
            return AccountOutcome.of(Status.READ_ONLY);
        }
        user.setEmailVerified(true);
        user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        change.endSessions(user, null, event);
        change.tellOwner(user);
        event.user(user).detail(Details.USERNAME, user.getUsername()).success();
        return AccountOutcome.DONE;
    }

    /** Whether the token is good for setting a password. */
    boolean isGood(String token) {
        return new LinkTickets(new SingleUseTicketStore(session.singleUseObjects()), desk.random())
                .find(token, LinkPurpose.RESET_PASSWORD, realm.getId())
                .flatMap(this::owner)
                .isPresent();
    }

    private Optional<UserModel> owner(LinkTicket ticket) {
        return Optional.ofNullable(session.users().getUserById(realm, ticket.user()))
                .filter(user -> realm.isResetPasswordAllowed()
                        && user.isEnabled()
                        && ticket.address().equalsIgnoreCase(user.getEmail())
                        && ticket.state().equals(Passwords.stamp(user)));
    }

    private EventBuilder event() {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.RESET_PASSWORD);
        new FirstPartyClients(session).defaultClient().ifPresent(event::client);
        return event;
    }
}
