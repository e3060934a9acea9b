package dev.gatehouse.account.refresh;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the tokens that descend from one login have come: each refresh uses one generation up and gives out the next
 * (RFC 9700, 4.14.2).
 *
 * @param generation the one that is good now; all before it are used up
 * @param since when it was given out, in seconds since 1970
 */
public record Lineage(int generation, long since) {
    /** How soon after its use a token may come again by mistake: the answer got lost, and the client asks once more. */
    public static final Duration RETRY = Duration.ofSeconds(10);

    /** Of a login from which nothing has been refreshed yet. */
    public static final Lineage NEW = new Lineage(0, 0);

    /** What to do with a token that somebody shows. */
    public enum Verdict {
        /** The one that is good. */
        GOOD,
        /** Used up a moment ago, by the same client most likely: refused, and no more than that. */
        RETRY,
        /** Used up before: somebody has a copy, and nobody knows who is who. The session has to end. */
        REUSED
    }

    /** Reads what {@link #text} wrote; a lineage that nothing is known of is a new one. */
    public static Lineage parse(@Nullable String text) {
        if (text == null) {
            return NEW;
        }
        int space = text.indexOf(' ');
        return new Lineage(Integer.parseInt(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }

    public Verdict judge(int shown, Instant now) {
        if (shown >= generation) {
            return Verdict.GOOD;
        }
        boolean justUsed = shown == generation - 1 && now.getEpochSecond() - since <= RETRY.toSeconds();
        return justUsed ? Verdict.RETRY : Verdict.REUSED;
    }

    /** After this generation was used. */
    public static Lineage after(int used, Instant now) {
        return new Lineage(used + 1, now.getEpochSecond());
    }

    public String text() {
        return generation + " " + since;
    }
}
