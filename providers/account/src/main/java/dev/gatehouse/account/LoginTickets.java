package dev.gatehouse.account;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives out tokens for logins that wait, and takes each back once. */
public final class LoginTickets {
    private final TicketStore store;
    private final RandomGenerator random;

    /** @param random as strong as {@link java.security.SecureRandom}; tests hand in one that they can foresee */
    public LoginTickets(TicketStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /** A new token for this ticket. */
    public String issue(LoginTicket ticket, Duration life) {
        OpaqueToken token = OpaqueToken.create(random);
        store.put(key(token), life, ticket.notes());
        return token.value();
    }

    /** The ticket behind this token, which stays good. */
    public Optional<LoginTicket> find(String token, TicketPurpose purpose, String realm) {
        return OpaqueToken.read(token)
                .flatMap(ours -> store.get(key(ours)))
                .flatMap(notes -> LoginTicket.of(notes, purpose, realm));
    }

    /** The same, and the token is used: of several callers at once exactly one gets the ticket. */
    public Optional<LoginTicket> claim(String token, TicketPurpose purpose, String realm) {
        return find(token, purpose, realm)
                .flatMap(found -> OpaqueToken.read(token))
                .flatMap(ours -> store.take(key(ours)))
                .flatMap(notes -> LoginTicket.of(notes, purpose, realm));
    }

    private static String key(OpaqueToken token) {
        return "gatehouse.login." + token.digest();
    }
}
