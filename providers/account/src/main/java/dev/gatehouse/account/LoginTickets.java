package dev.gatehouse.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Gives out tokens for logins that wait, and takes each back once. A token is 256 random bits; the store has only its
 * digest, so that who reads the store can finish nobody's login.
 */
public final class LoginTickets {
    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final TicketStore store;
    private final RandomGenerator random;

    /** @param random as strong as {@link java.security.SecureRandom}; tests hand in one that they can foresee */
    public LoginTickets(TicketStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /** A new token for this ticket. */
    public String issue(LoginTicket ticket, Duration life) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.put(key(token), life, ticket.notes());
        return token;
    }

    /** The ticket behind this token, which stays good. */
    public Optional<LoginTicket> find(String token, TicketPurpose purpose, String realm) {
        return TOKEN.matcher(token).matches()
                ? store.get(key(token)).flatMap(notes -> LoginTicket.of(notes, purpose, realm))
                : Optional.empty();
    }

    /** The same, and the token is used: of several callers at once exactly one gets the ticket. */
    public Optional<LoginTicket> claim(String token, TicketPurpose purpose, String realm) {
        return find(token, purpose, realm)
                .flatMap(found -> store.take(key(token)))
                .flatMap(notes -> LoginTicket.of(notes, purpose, realm));
    }

    private static String key(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return "gatehouse.login." + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
