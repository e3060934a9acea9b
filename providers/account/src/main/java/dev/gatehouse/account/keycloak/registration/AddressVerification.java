package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.account.keycloak.SingleUseTicketStore;
import dev.gatehouse.account.link.LinkPages;
import dev.gatehouse.account.link.LinkPurpose;
import dev.gatehouse.account.link.LinkTicket;
import dev.gatehouse.account.link.LinkTickets;
import dev.gatehouse.messaging.quota.Charge;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Has users prove their addresses. Nothing changes until {@code POST /auth/verify-email} gets the token of the mail. */
public final class AddressVerification {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Desk desk;

    public AddressVerification(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.desk = Desk.of(session);
    }

    /**
     * Sends a link to an address, the user's own or the one that is to take its place; a new one counts once it is verified,
     * and then the old one is told. Whether somebody else has it shows at that moment only.
     *
     * @return false where the address was written to as often as may be
     */
    public boolean send(UserModel user, String address) {
        return isWithinQuota(desk, realm, "address", address)
                && send(user, address, new ErrandBook(session, desk).pages(), null);
    }

    /** @param language of who has chosen none */
    boolean send(UserModel user, String address, LinkPages pages, @Nullable String language) {
        boolean isOwn = address.equalsIgnoreCase(user.getEmail());
        OpaqueToken token = new LinkTickets(new SingleUseTicketStore(session.singleUseObjects()), desk.random())
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

    /** What a link is about to change: the address as it is. */
    static String state(UserModel user) {
        return Objects.requireNonNullElse(user.getEmail(), "").toLowerCase(Locale.ROOT);
    }

    static boolean isWithinQuota(Desk desk, RealmModel realm, String what, String address) {
        return desk.ledger()
                .charge(List.of(Charge.of(
                        desk.settings().mailsPerAddress(),
                        "account mail",
                        what,
                        realm.getId(),
                        address.toLowerCase(Locale.ROOT))))
                .isEmpty();
    }
}
