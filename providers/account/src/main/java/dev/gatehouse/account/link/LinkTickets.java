package dev.gatehouse.account.link;

import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.account.TicketStore;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Gives out the tokens of links in mails, and takes each back once. */
public final class LinkTickets {
    private final TicketStore store;
    private final RandomGenerator random;

    /** @param random as strong as {@link java.security.SecureRandom} */
    public LinkTickets(TicketStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    public OpaqueToken issue(LinkTicket ticket, Duration life) {
        OpaqueToken token = OpaqueToken.create(random);
        store.put(key(token), life, ticket.notes());
        return token;
    }

    /** The ticket behind this token, which stays good. */
    public Optional<LinkTicket> find(String token, LinkPurpose purpose, String realm) {
        return OpaqueToken.read(token)
                .flatMap(ours -> store.get(key(ours)))
                .flatMap(notes -> LinkTicket.of(notes, purpose, realm));
    }

    /** The same, and the token is used: of several callers at once exactly one gets the ticket. */
    public Optional<LinkTicket> claim(String token, LinkPurpose purpose, String realm) {
        return find(token, purpose, realm)
                .flatMap(found -> OpaqueToken.read(token))
                .flatMap(ours -> store.take(key(ours)))
                .flatMap(notes -> LinkTicket.of(notes, purpose, realm));
    }

    private static String key(OpaqueToken token) {
        return "gatehouse.link." + token.digest();
    }
}
