package dev.gatehouse.account.link;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a link in a mail is bound to.
 *
 * @param realm id of the realm
 * @param user id of the user
 * @param address where the mail went
 * @param state what the link is about to change, as it was; changed since, and the link is dead
 */
public record LinkTicket(LinkPurpose purpose, String realm, String user, String address, String state) {
    Map<String, String> notes() {
        return Map.of(
                "purpose", purpose.name(),
                "realm", realm,
                "user", user,
                "address", address,
                "state", state);
    }

    /** The ticket of these notes if it was given for this purpose and in this realm. */
    static Optional<LinkTicket> of(Map<String, String> notes, LinkPurpose purpose, String realm) {
        return purpose.name().equals(notes.get("purpose")) && realm.equals(notes.get("realm"))
                ? Optional.of(new LinkTicket(
                        purpose, realm, note(notes, "user"), note(notes, "address"), note(notes, "state")))
                : Optional.empty();
    }

    private static String note(Map<String, String> notes, String name) {
        return Objects.requireNonNull(notes.get(name), name);
    }

    @Override
    public String toString() {
        return "LinkTicket[purpose=" + purpose + ", user=" + user + "]";
    }
}
