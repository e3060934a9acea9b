package dev.gatehouse.account.security;

/**
 * One piece of advice.
 *
 * @param reason why it is given to this person, with the figures; no addresses in it
 */
public record Advice(Topic topic, String reason) {

    /** What it is about, each with how pressing it is. */
    public enum Topic {
        NO_SECOND_FACTOR(Urgency.HIGH),
        FAILED_LOGINS_FROM_NEW_ADDRESSES(Urgency.HIGH),
        UNVERIFIED_EMAIL(Urgency.MEDIUM),
        ONLY_EMAIL_FACTOR(Urgency.MEDIUM),
        NO_BACKUP_CODES(Urgency.LOW),
        FEW_BACKUP_CODES(Urgency.MEDIUM),
        OLD_PASSWORD(Urgency.LOW),
        MANY_SESSIONS(Urgency.LOW);

        private final Urgency urgency;

        Topic(Urgency urgency) {
            this.urgency = urgency;
        }

        public Urgency urgency() {
            return urgency;
        }
    }

    public enum Urgency {
        HIGH,
        MEDIUM,
        LOW
    }
}
