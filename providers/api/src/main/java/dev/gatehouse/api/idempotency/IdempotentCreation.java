package dev.gatehouse.api.idempotency;

import dev.gatehouse.api.idempotency.Attempt.Status;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Has what a request asks for done once, however often the request comes with the same key within {@link #KEPT}: who lost
 * the answer asks again and gets it. Only a success is kept; what was refused may be asked for again under its key.
 *
 * @param secret what places and fingerprints are keyed with: a body may hold a password, which its digest must not give away
 * @param asker who asks for what: caller, method and path. Nobody meets the keys of somebody else
 */
public record IdempotentCreation(KeptAnswers answers, SecretKey secret, String asker, Clock clock) {
    /** For how long a key is known. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** What the secret is for. */
    public static final String DIGEST = "HmacSHA256";

    public Attempt begin(IdempotencyKey key, byte[] body) {
        String place = digest((asker + '\n' + key.value()).getBytes(StandardCharsets.UTF_8));
        String fingerprint = digest(body);
        Instant now = clock.instant();
        try {
            if (answers.take(place, now, now.minus(KEPT))) {
                return new Attempt(Status.FIRST, place, fingerprint, null);
            }
        } catch (KeptAnswers.Busy busy) {
            return new Attempt(Status.BUSY, place, fingerprint, null);
        }
        KeptAnswer kept = answers.find(place);
        return kept.fingerprint().equals(fingerprint)
                ? new Attempt(Status.ANSWERED, place, fingerprint, kept)
                : new Attempt(Status.OTHER_BODY, place, fingerprint, null);
    }

    /** Keeps the answer to a first attempt, in the transaction of what it tells of. */
    public void succeeded(Attempt first, int status, @Nullable String location, String body) {
        answers.keep(first.place(), new KeptAnswer(first.fingerprint(), status, location, body));
    }

    /** Lets the next attempt be the first. A transaction that is rolled back does so by itself. */
    public void refused(Attempt first) {
        answers.leave(first.place());
    }

    private String digest(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java platform has " + DIGEST, absent);
        }
    }
}
