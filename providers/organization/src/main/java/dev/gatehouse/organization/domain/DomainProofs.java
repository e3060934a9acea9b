package dev.gatehouse.organization.domain;

import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.OrganizationDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How domains are claimed and proved on this server. A look at DNS may take as long as its timeout; only so many requests
 * wait for one at once that the rest of the server does not notice.
 */
public final class DomainProofs {

    /** The domains that one organization can have. */
    public static final int MAXIMUM_DOMAINS = 20;

    private static final int MOST_LOOKING = 8;

    private final ClaimRules rules;
    private final TextRecords records;
    private final RecheckPlan plan;
    private final Clock clock;
    private final RandomGenerator random;
    private final Semaphore looking = new Semaphore(MOST_LOOKING);

    public DomainProofs(ClaimRules rules, TextRecords records, RecheckPlan plan, Clock clock, RandomGenerator random) {
        this.rules = rules;
        this.records = records;
        this.plan = plan;
        this.clock = clock;
        this.random = random;
    }

    /** Whether an organization may call this domain its own. */
    public Checked<OrganizationDomain> check(String pointer, @Nullable String text) {
        return rules.check(pointer, text);
    }

    public String newToken() {
        return Challenge.newToken(random);
    }

    /** What DNS has at this moment. With too many requests at it already, none. */
    public TextAnswer look(Challenge challenge) {
        if (!looking.tryAcquire()) {
            return TextAnswer.UNAVAILABLE;
        }
        try {
            return records.find(challenge.recordName());
        } finally {
            looking.release();
        }
    }

    public RecheckPlan plan() {
        return plan;
    }

    public Instant now() {
        return clock.instant();
    }
}
