package dev.gatehouse.account;

import java.util.Map;
import java.util.Optional;

/**
 * Where a login that waits can be found again, and everything it is bound to.
 *
 * @param purpose what it waits for
 * @param realm id of the realm
 * @param client id of the client that began the login
 * @param user id of the user whose password was right
 * @param rootSession id of the root authentication session
 * @param tab the tab of this login in it
 * @param passwordStamp which password was right; another one since, and the ticket is dead
 */
public record LoginTicket(
        TicketPurpose purpose,
        String realm,
        String client,
        String user,
        String rootSession,
        String tab,
        String passwordStamp) {

    Map<String, String> notes() {
        return Map.of(
                "purpose", purpose.name(),
                "realm", realm,
                "client", client,
                "user", user,
                "root", rootSession,
                "tab", tab,
                "password", passwordStamp);
    }

    /** The ticket of these notes if it was given for this purpose and in this realm. */
    static Optional<LoginTicket> of(Map<String, String> notes, TicketPurpose purpose, String realm) {
        if (!purpose.name().equals(notes.get("purpose")) || !realm.equals(notes.get("realm"))) {
            return Optional.empty();
        }
        return Optional.of(new LoginTicket(
                purpose,
                realm,
                note(notes, "client"),
                note(notes, "user"),
                note(notes, "root"),
                note(notes, "tab"),
                note(notes, "password")));
    }

    private static String note(Map<String, String> notes, String name) {
        String value = notes.get(name);
        if (value == null) {
            throw new IllegalStateException("A login ticket without its " + name);
        }
        return value;
    }
}
