package dev.gatehouse.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Activity in memory. */
final class RecordedActivity implements ActivityStore {
    private static final Comparator<ActivityPosition> NEWEST_FIRST = Comparator.comparing(ActivityPosition::time)
            .thenComparing(ActivityPosition::id)
            .reversed();

    final List<ActivityEntry> lines = new ArrayList<>();

    @Override
    public void add(ActivityEntry entry) {
        lines.add(entry);
    }

    @Override
    public List<ActivityEntry> ofUser(
            String realmId, String userId, ActivityFilter filter, @Nullable ActivityPosition after, int limit) {
        return page(line -> Objects.equals(line.userId(), userId), realmId, filter, after, limit);
    }

    @Override
    public List<ActivityEntry> ofOrganization(
            String realmId, String organizationId, ActivityFilter filter, @Nullable ActivityPosition after, int limit) {
        return page(line -> Objects.equals(line.organizationId(), organizationId), realmId, filter, after, limit);
    }

    @Override
    public Optional<Instant> last(String realmId, String userId, String type, Outcome outcome) {
        return lines.stream()
                .filter(line -> line.realmId().equals(realmId) && Objects.equals(line.userId(), userId))
                .filter(line -> line.type().equals(type) && line.outcome() == outcome)
                .map(ActivityEntry::time)
                .max(Comparator.naturalOrder());
    }

    @Override
    public int forget(String realmId, String userId, int limit) {
        List<ActivityEntry> about = lines.stream()
                .filter(line -> line.realmId().equals(realmId) && Objects.equals(line.userId(), userId))
                .limit(limit)
                .toList();
        lines.removeAll(about);
        about.stream()
                .filter(line -> line.organizationId() != null)
                .map(line -> new ActivityEntry(
                        line.id(),
                        line.realmId(),
                        null,
                        line.organizationId(),
                        line.time(),
                        line.type(),
                        line.outcome(),
                        null,
                        line.clientId(),
                        line.details()))
                .forEach(lines::add);
        return about.size();
    }

    @Override
    public int purge(Instant before, int limit) {
        List<ActivityEntry> old = lines.stream()
                .filter(line -> line.time().isBefore(before))
                .sorted(Comparator.comparing(ActivityEntry::time))
                .limit(limit)
                .toList();
        lines.removeAll(old);
        return old.size();
    }

    private List<ActivityEntry> page(
            Predicate<ActivityEntry> owned,
            String realmId,
            ActivityFilter filter,
            @Nullable ActivityPosition after,
            int limit) {
        return lines.stream()
                .filter(owned)
                .filter(line -> line.realmId().equals(realmId))
                .filter(filter::admits)
                .filter(line -> after == null || NEWEST_FIRST.compare(line.position(), after) > 0)
                .sorted(Comparator.comparing(ActivityEntry::position, NEWEST_FIRST))
                .limit(limit)
                .toList();
    }
}
