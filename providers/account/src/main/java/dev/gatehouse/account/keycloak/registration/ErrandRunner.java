package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.account.keycloak.Passwords;
import dev.gatehouse.account.keycloak.SingleUseTicketStore;
import dev.gatehouse.account.keycloak.jpa.CurrentTransaction;
import dev.gatehouse.account.link.LinkPages;
import dev.gatehouse.account.link.LinkPurpose;
import dev.gatehouse.account.link.LinkTicket;
import dev.gatehouse.account.link.LinkTickets;
import dev.gatehouse.account.registration.Errand;
import dev.gatehouse.account.registration.WaitingRegistration;
import dev.gatehouse.account.registration.WaitingRoom;
import dev.gatehouse.account.registration.jpa.JpaErrands;
import dev.gatehouse.account.registration.jpa.JpaRegistrations;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.link.LinkBase;
import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.messaging.quota.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs one errand: looks whether there is an account, and writes to the address whatever its owner should know. Out of sight
 * of who asked, who has had the same answer in the same time either way.
 */
final class ErrandRunner {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;
    private final Errand errand;
    private final Instant now;

    private ErrandRunner(KeycloakSession session, RealmModel realm, Desk desk, Errand errand) {
        this.session = session;
        this.realm = realm;
        this.desk = desk;
        this.errand = errand;
        this.now = desk.clock().instant();
    }

    /** In a transaction of its own; safe to call twice. */
    static void run(KeycloakSessionFactory sessions, Desk desk, Errand errand) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> run(session, desk, errand));
    }

    private static void run(KeycloakSession session, Desk desk, Errand errand) {
        RealmModel realm = session.realms().getRealm(errand.realmId());
        boolean isMine = new JpaErrands(new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)))
                .done(errand.id());
        if (!isMine || realm == null || !EnabledRealm.isEnabled(realm)) {
            return;
        }
        session.getContext().setRealm(realm);
        new ErrandRunner(session, realm, desk, errand).run();
    }

    private void run() {
        switch (errand.kind()) {
            case REGISTRATION -> writeToRegistered();
            case VERIFICATION_AGAIN -> verifyAgain();
            case PASSWORD_RESET -> resetPassword();
        }
    }

    private void writeToRegistered() {
        String id = errand.registrationId();
        WaitingRegistration registration =
                id == null ? null : registrations().find(id, now).orElse(null);
        if (registration == null) {
            return;
        }
        List<String> surplus = WaitingRoom.surplus(
                        registrations().of(realm.getId(), errand.address(), now),
                        desk.settings().waitingRegistrations())
                .stream()
                .map(WaitingRegistration::id)
                .toList();
        registrations().drop(surplus);
        if (surplus.contains(registration.id())) {
            return;
        }
        if (!mayWrite("registration")) {
            registrations().drop(List.of(registration.id()));
            return;
        }
        UserModel owner = owner();
        if (owner == null) {
            mailToken(registration);
            return;
        }
        registrations().drop(List.of(registration.id()));
        mail().tell(
                        Letter.KNOWN_ALREADY,
                        errand.address(),
                        AccountMail.language(owner, errand.language()),
                        errand.ipAddress());
    }

    private void verifyAgain() {
        UserModel owner = owner();
        List<WaitingRegistration> waiting = registrations().of(realm.getId(), errand.address(), now);
        boolean isUser = owner != null && owner.isEnabled() && !owner.isEmailVerified();
        if ((!isUser && (owner != null || waiting.isEmpty())) || !mayWrite("verification")) {
            return;
        }
        if (owner != null) {
            new AddressVerification(session).send(owner, errand.address(), pages(), errand.language());
        } else {
            mailToken(waiting.get(0));
        }
    }

    private void resetPassword() {
        UserModel owner = owner();
        if (owner == null
                || !owner.isEnabled()
                || !errand.address().equalsIgnoreCase(owner.getEmail())
                || !realm.isResetPasswordAllowed()
                || !mayWrite("password")) {
            return;
        }
        Duration life =
                Duration.ofSeconds(realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE));
        OpaqueToken token = new LinkTickets(new SingleUseTicketStore(session.singleUseObjects()), desk.random())
                .issue(
                        new LinkTicket(
                                LinkPurpose.RESET_PASSWORD,
                                realm.getId(),
                                owner.getId(),
                                errand.address(),
                                Passwords.stamp(owner)),
                        life);
        mail().send(
                        Letter.RESET,
                        errand.address(),
                        AccountMail.language(owner, errand.language()),
                        pages().resetPassword(token),
                        life);
        EventBuilder event = new EventBuilder(realm, session)
                .event(EventType.SEND_RESET_PASSWORD)
                .ipAddress(errand.ipAddress())
                .user(owner)
                .detail(Details.USERNAME, owner.getUsername())
                .detail(Details.EMAIL, owner.getEmail());
        new FirstPartyClients(session).defaultClient().ifPresent(event::client);
        event.success();
    }

    /** Of the mails that an address gets, one source can ask for half: the owner can still ask for another. */
    private boolean mayWrite(String what) {
        Quota all = desk.settings().mailsPerAddress();
        Quota half = new Quota(Math.max(1, all.amount() / 2), all.window());
        return desk.ledger()
                .charge(List.of(
                        Charge.of(all, "account mail", what, realm.getId(), errand.address()),
                        Charge.of(half, "account mail", what, realm.getId(), errand.address(), errand.ipAddress())))
                .isEmpty();
    }

    private void mailToken(WaitingRegistration registration) {
        OpaqueToken token = OpaqueToken.create(desk.random());
        registrations().giveToken(registration.id(), token.digest());
        mail().send(
                        Letter.VERIFY,
                        registration.email(),
                        ProfileRules.read(registration.profile())
                                .getOrDefault(UserModel.LOCALE, List.of(errand.language()))
                                .get(0),
                        pages().verifyEmail(token),
                        Duration.between(now, registration.expiresAt()));
    }

    /** Whose address it is, by Keycloak's rules; of several nobody in particular. */
    private @Nullable UserModel owner() {
        if (realm.isDuplicateEmailsAllowed() && errand.kind() == Errand.Kind.REGISTRATION) {
            return null;
        }
        try {
            UserModel owner = session.users().getUserByEmail(realm, errand.address());
            return owner != null || errand.kind() != Errand.Kind.REGISTRATION
                    ? owner
                    : session.users().getUserByUsername(realm, errand.address());
        } catch (ModelDuplicateException several) {
            return null;
        }
    }

    private JpaRegistrations registrations() {
        return new JpaRegistrations(new CurrentTransaction(session.getProvider(JpaConnectionProvider.class)));
    }

    private LinkPages pages() {
        return new LinkPages(new LinkBase(errand.linkBase()));
    }

    private AccountMail mail() {
        return new AccountMail(session, desk.clock());
    }
}
