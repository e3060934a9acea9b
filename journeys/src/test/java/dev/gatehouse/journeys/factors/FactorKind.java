package dev.gatehouse.journeys.factors;

/** What somebody has beside the password. */
enum FactorKind {
    EMAIL(2),
    SMS(3),
    TOTP(3),
    BACKUP_CODES(3),
    /** Nothing, where a policy wants something: a factor is set up, by e-mail here. */
    NONE(2);

    private final int level;

    FactorKind(int level) {
        this.level = level;
    }

    /** The {@code acr} of a login that showed it. */
    int level() {
        return level;
    }

    boolean isSent() {
        return this == EMAIL || this == SMS;
    }
}
