package dev.gatehouse.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The activity of users and organizations: only ever added to, until its retention is over. A page costs the same
 * wherever it lies, since it is read by key, newest first.
 */
public interface ActivityStore {

    /** Adds a line in the caller's transaction. */
    void add(ActivityEntry entry);

    /** @param after the last entry of the page before, or null for the first page */
    List<ActivityEntry> ofUser(
            String realmId, String userId, ActivityFilter filter, @Nullable ActivityPosition after, int limit);

    /** @param after the last entry of the page before, or null for the first page */
    List<ActivityEntry> ofOrganization(
            String realmId, String organizationId, ActivityFilter filter, @Nullable ActivityPosition after, int limit);

    /** When the user last did this, and it ended so. */
    Optional<Instant> last(String realmId, String userId, String type, Outcome outcome);

    /**
     * Forgets a person: lines about them alone are removed, those that belong to an organization stay without user and
     * address. Few at once, so that nobody waits for their locks.
     *
     * @return how many; fewer than the limit when it is done
     */
    int forget(String realmId, String userId, int limit);

    /**
     * Removes the oldest lines from before this time. Few at once, so that nobody waits for their locks.
     *
     * @return how many; fewer than the limit when it is done
     */
    int purge(Instant before, int limit);
}
