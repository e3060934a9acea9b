package dev.gatehouse.organization.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts summed up by metric and bucket; what comes to nothing is left out. */
public final class Counts {

    private final Map<Key, Long> amounts = new LinkedHashMap<>();

    public void add(Count count) {
        amounts.merge(new Key(count.metric(), count.bucket()), count.amount(), Long::sum);
    }

    public void addAll(Collection<Count> counts) {
        counts.forEach(this::add);
    }

    /** What a member in this state counts for, so many times. */
    void add(MemberState member, long times) {
        add(new Count(Metric.MEMBERS, "", times));
        member.roles().forEach(role -> add(new Count(Metric.ROLE, role, times)));
        if (!member.secondFactor()) {
            add(new Count(Metric.WITHOUT_SECOND_FACTOR, "", times));
        }
        if (member.activeDay() != null) {
            add(new Count(Metric.ACTIVE, member.activeDay(), times));
        }
    }

    public List<Count> list() {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Count(entry.getKey().metric(), entry.getKey().bucket(), entry.getValue()))
                .toList();
    }

    private record Key(Metric metric, String bucket) {}
}
