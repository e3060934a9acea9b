package dev.gatehouse.messaging.sms;

import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneReading;
import java.time.Instant;

/**
 * Where text messages are handed in that somebody waits for.
 *
 * <p>The promise: {@link #send} waits for no telecom. What it says was queued is stored in the caller's transaction,
 * overtakes everything else, leaves at least once after the commit, and not after its expiry. Quotas are charged at once
 * and for good, so a transaction that is rolled back uses them up, too.
 */
public interface TextMessages {
    /** About three parts of what telecoms carry and charge for one by one; a code with its WebOTP line has one or two. */
    int LONGEST_TEXT = 480;

    /** Whether a gateway is set up at all: whether to offer text messages where somebody chooses. */
    boolean areOffered();

    /** Reads a number that somebody typed, and says whether text messages may go to it. */
    PhoneReading read(String typed);

    /**
     * @param to        as {@link #read} gave it, now or long ago
     * @param text      1 to {@value #LONGEST_TEXT} characters
     * @param expiresAt from when on it is useless
     */
    TextReceipt send(PhoneNumber to, String text, Sender sender, Instant expiresAt);
}
