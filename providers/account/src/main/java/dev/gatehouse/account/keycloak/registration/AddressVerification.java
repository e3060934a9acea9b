package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.AccountOutcome.Status;
import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.account.keycloak.SingleUseTicketStore;
import dev.gatehouse.account.keycloak.jpa.CurrentTransaction;
import dev.gatehouse.account.link.LinkPages;
import dev.gatehouse.account.link.LinkPurpose;
import dev.gatehouse.account.link.LinkTicket;
import dev.gatehouse.account.link.LinkTickets;
import dev.gatehouse.account.registration.WaitingRegistration;
import dev.gatehouse.account.registration.jpa.JpaRegistrations;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Has people prove their addresses: sends tokens, and takes each back once. Nothing changes before that.
 */
public final class AddressVerification {
    private static final FieldError TAKEN_ADDRESS =
            new FieldError("/email", "taken", "Another account has this address.");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;

    public AddressVerification(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.desk = LinkPageFactory.desk(session);
    }

    /**
     * Sends a link to an address, the user's own or the one that is to take its place; a new one counts once it is verified,
     * and then the old one is told. Whether somebody else has it shows at that moment only.
     *
     * @return false where the address was written to as often as may be
     */
    public boolean send(UserModel user, String address) {
        return isWithinQuota(address) && send(user, address, new ErrandBook(session, desk).pages(), null);
    }

    /** @param language of who has chosen none */
    boolean send(UserModel user, String address, LinkPages pages, @Nullable String language) {
        boolean isOwn = address.equalsIgnoreCase(user.getEmail());
        OpaqueToken token = tickets()
                .issue(
                        new LinkTicket(
                                LinkPurpose.VERIFY_ADDRESS,
                                realm.getId(),
                                user.getId(),
                                address.toLowerCase(Locale.ROOT),
                                state(user)),
                        desk.settings().verificationLifetime());
        new AccountMail(session, desk.clock())
                .send(
                        isOwn ? Letter.VERIFY : Letter.VERIFY_CHANGE,
                        address,
                        AccountMail.language(user, language),
                        pages.verifyEmail(token),
                        desk.settings().verificationLifetime());
        return true;
    }

    /**
     * @param password the one chosen in the registration, for the token of one: who registers somebody else's address does not
     *     get an account in that name when its owner follows the link
     */
    public AccountOutcome verify(String token, @Nullable String password) {
        Optional<WaitingRegistration> registration = waiting(token);
        if (registration.isPresent()) {
            return password == null || password.isEmpty()
                    ? AccountOutcome.of(Status.PASSWORD_MISSING)
                    : new NewUser(session, desk).create(registration.get(), password, event());
        }
        return verifyUser(token);
    }

    /** Whether the token is of a registration, whose password will be asked for; for a page that shows a form. */
    boolean isOfRegistration(String token) {
        return waiting(token).isPresent();
    }

    /** Whether the token is good for anything. */
    boolean isGood(String token) {
        return isOfRegistration(token)
                || tickets()
                        .find(token, LinkPurpose.VERIFY_ADDRESS, realm.getId())
                        .flatMap(this::user)
                        .isPresent();
    }

    private Optional<WaitingRegistration> waiting(String token) {
        return OpaqueToken.read(token)
                .flatMap(ours -> new JpaRegistrations(
                                new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)))
                        .byToken(realm.getId(), ours.digest(), desk.clock().instant()));
    }

    private AccountOutcome verifyUser(String token) {
        EventBuilder event = event().event(EventType.VERIFY_EMAIL);
        Optional<LinkTicket> ticket = tickets().find(token, LinkPurpose.VERIFY_ADDRESS, realm.getId());
        Optional<UserModel> found = ticket.flatMap(this::user);
        if (ticket.isEmpty()
                || found.isEmpty()
                || tickets()
                        .claim(token, LinkPurpose.VERIFY_ADDRESS, realm.getId())
                        .isEmpty()) {
            event.error(Errors.INVALID_TOKEN);
            return AccountOutcome.of(Status.TOKEN);
        }
        UserModel user = found.get();
        String address = ticket.get().address();
        return address.equalsIgnoreCase(user.getEmail())
                ? verified(user, event)
                : changed(user, address, event().event(EventType.UPDATE_EMAIL));
    }

    private AccountOutcome verified(UserModel user, EventBuilder event) {
        user.setEmailVerified(true);
        user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        event.user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .success();
        return AccountOutcome.DONE;
    }

    private AccountOutcome changed(UserModel user, String address, EventBuilder event) {
        if (isTaken(user, address)) {
            event.user(user).error(Errors.EMAIL_IN_USE);
            return AccountOutcome.taken(TAKEN_ADDRESS);
        }
        String before = user.getEmail();
        String language = AccountMail.language(user, null);
        try {
            user.setEmail(address);
            if (realm.isRegistrationEmailAsUsername()) {
                user.setUsername(address);
            }
            new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)).flush();
        } catch (RuntimeException failure) {
            if (!Uniqueness.isViolated(failure)) {
                throw failure;
            }
            // Somebody took the address at this very moment.
            session.getTransactionManager().setRollbackOnly();
            return AccountOutcome.taken(TAKEN_ADDRESS);
        }
        user.setEmailVerified(true);
        user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
        if (before != null && !before.isBlank()) {
            new AccountMail(session, desk.clock())
                    .tell(Letter.ADDRESS_CHANGED, before, language, new ErrandBook(session, desk).ipAddress());
        }
        event.user(user)
                .detail(Details.PREVIOUS_EMAIL, before)
                .detail(Details.UPDATED_EMAIL, address)
                .success();
        return AccountOutcome.DONE;
    }

    private boolean isTaken(UserModel user, String address) {
        if (realm.isDuplicateEmailsAllowed()) {
            return false;
        }
        UserModel owner = session.users().getUserByEmail(realm, address);
        UserModel namesake = session.users().getUserByUsername(realm, address);
        return (owner != null && !owner.getId().equals(user.getId()))
                || (namesake != null && !namesake.getId().equals(user.getId()));
    }

    /** The user of a ticket, if there is something to verify still. */
    private Optional<UserModel> user(LinkTicket ticket) {
        return Optional.ofNullable(session.users().getUserById(realm, ticket.user()))
                .filter(user -> user.isEnabled()
                        && ticket.state().equals(state(user))
                        && !(user.isEmailVerified() && ticket.address().equals(ticket.state())));
    }

    private LinkTickets tickets() {
        return new LinkTickets(new SingleUseTicketStore(session.singleUseObjects()), desk.random());
    }

    private EventBuilder event() {
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection());
        new FirstPartyClients(session).defaultClient().ifPresent(event::client);
        return event;
    }

    /** What a link is about to change: the address as it is. */
    static String state(UserModel user) {
        return Objects.requireNonNullElse(user.getEmail(), "").toLowerCase(Locale.ROOT);
    }

    private boolean isWithinQuota(String address) {
        return desk.ledger()
                .charge(List.of(Charge.of(
                        desk.settings().mailsPerAddress(),
                        "account mail",
                        "address",
                        realm.getId(),
                        address.toLowerCase(Locale.ROOT))))
                .isEmpty();
    }
}
