package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.domain.Challenge;
import dev.gatehouse.organization.domain.DomainState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain as clients see it.
 *
 * @param record what to set in DNS, null where the domain was entered in the admin console and never claimed here
 */
record DomainAnswer(
        String domain,
        boolean verified,
        @Nullable RecordAnswer record,
        @Nullable Instant verifiedAt,
        @Nullable Instant missingSince) {
    /** A DNS record. */
    record RecordAnswer(String type, String name, String value) {}

    static DomainAnswer of(DomainState state) {
        Challenge challenge = state.challenge();
        return new DomainAnswer(
                state.name(),
                state.verified(),
                challenge == null ? null : new RecordAnswer("TXT", challenge.recordName(), challenge.recordValue()),
                state.provedAt(),
                state.missingSince());
    }
}
