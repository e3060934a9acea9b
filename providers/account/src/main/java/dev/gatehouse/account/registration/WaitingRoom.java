package dev.gatehouse.account.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many registrations may wait for one address, and which of them have to go. */
public final class WaitingRoom {
    private WaitingRoom() {}

    /**
     * The registrations of one address that are too many. Of whoever has the most there, the oldest goes first: a stranger
     * who registers the address over and over drives out their own, not the owner's.
     */
    public static List<WaitingRegistration> surplus(List<WaitingRegistration> waiting, int most) {
        List<WaitingRegistration> kept = new ArrayList<>(waiting);
        kept.sort(Comparator.comparing(WaitingRegistration::createdAt).thenComparing(WaitingRegistration::id));
        List<WaitingRegistration> surplus = new ArrayList<>();
        while (kept.size() > most) {
            Map<String, Long> bySource =
                    kept.stream().collect(Collectors.groupingBy(WaitingRegistration::source, Collectors.counting()));
            long largest =
                    bySource.values().stream().mapToLong(Long::longValue).max().orElse(0);
            WaitingRegistration leaves = kept.stream()
                    .filter(one -> bySource.getOrDefault(one.source(), 0L) == largest)
                    .findFirst()
                    .orElseThrow();
            kept.remove(leaves);
            surplus.add(leaves);
        }
        return surplus;
    }
}
