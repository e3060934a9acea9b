package dev.gatehouse.organization.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When a proved domain is looked at again, and when it is proved no more: its record has to be missing in several checks
 * in a row and for a good while, so that a slip of a hand costs nobody their membership. Silence of the name servers
 * counts neither way.
 *
 * @param interval between two checks
 * @param misses that it takes at least
 * @param grace for which the record has to be missing at least
 */
public record RecheckPlan(Duration interval, int misses, Duration grace) {

    private static final int SOONER_WHEN_UNANSWERED = 4;

    /** The state of a domain that was proved just now. */
    public ProofState proved(Instant now) {
        return new ProofState(now.plus(interval), null, 0);
    }

    public Recheck after(ProofState before, Finding finding, Instant now) {
        if (finding == Finding.PROVED) {
            return new Recheck(proved(now), false);
        }
        if (!finding.isMissing()) {
            return new Recheck(
                    new ProofState(
                            now.plus(interval.dividedBy(SOONER_WHEN_UNANSWERED)),
                            before.missingSince(),
                            before.misses()),
                    false);
        }
        Instant known = before.missingSince();
        Instant since = known == null ? now : known;
        int missed = before.misses() + 1;
        boolean lapsed = missed >= misses && Duration.between(since, now).compareTo(grace) >= 0;
        return new Recheck(new ProofState(now.plus(interval), since, missed), lapsed);
    }

    /**
     * What follows from a check.
     *
     * @param lapsed whether the domain is proved no more
     */
    public record Recheck(ProofState state, boolean lapsed) {}
}
