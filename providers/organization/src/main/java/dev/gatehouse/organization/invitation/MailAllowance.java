package dev.gatehouse.organization.invitation;

import java.time.Duration;

/**
 * How often one organization may write to one address, whether it invites, sends again, or takes back and invites anew:
 * so that no mailbox is flooded in an organization's name.
 *
 * @param sent how many mails went out since {@code since}
 * @param since milliseconds since 1970
 * @param last when the latest went out, in milliseconds since 1970
 */
public record MailAllowance(int sent, long since, long last) {

    public static final Duration COOLDOWN = Duration.ofMinutes(5);
    public static final int MAXIMUM = 5;
    public static final Duration WINDOW = Duration.ofDays(1);

    /** The state after the very first mail. */
    public static MailAllowance first(long now) {
        return new MailAllowance(1, now, now);
    }

    public boolean allows(long now) {
        return now - last >= COOLDOWN.toMillis() && (sent < MAXIMUM || isOver(now));
    }

    /** The state after one more mail. */
    public MailAllowance used(long now) {
        return isOver(now) ? first(now) : new MailAllowance(sent + 1, since, now);
    }

    /** Before which moment an allowance is worth nothing any more and can be forgotten. */
    public static long forgettableBefore(long now) {
        return now - WINDOW.toMillis();
    }

    private boolean isOver(long now) {
        return now - since >= WINDOW.toMillis();
    }
}
