package dev.gatehouse.ratelimit;

import dev.gatehouse.foundation.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Knows which realms have turned Gatehouse on, without ever asking a database while a request waits.
 *
 * <p>All names are read at once: when it is made, then by a thread of its own at every refresh and whenever it is {@linkplain #wake() told}
 * of a change. So a change holds on every node within one refresh interval (plus the time the query takes), and a
 * made-up name costs neither a query nor memory. While the names cannot be read, the last ones hold.
 */
public final class EnabledRealms implements AutoCloseable {
    private record Names(Map<String, Boolean> exact, Set<String> enabledInLowerCase) {}

    private final Supplier<Map<String, Boolean>> source;
    private final Worker worker;
    private volatile Names names = new Names(Map.of(), Set.of());

    /**
     * @param source every realm's name, and whether it has turned Gatehouse on
     * @param refresh how long names are believed
     * @param onFailure told when the names could not be read
     */
    public EnabledRealms(Supplier<Map<String, Boolean>> source, Duration refresh, Consumer<Exception> onFailure) {
        this.source = source;
        readFirst(onFailure);
        this.worker = Worker.start(
                "gatehouse-ratelimit-realms",
                () -> {
                    read();
                    return refresh;
                },
                onFailure);
    }

    /**
     * Whether the realm of this name has turned Gatehouse on. Some databases find a realm by its name in another case:
     * such a spelling counts as well, unless it is itself the name of a realm.
     */
    public boolean contains(String realm) {
        Boolean known = names.exact.get(realm);
        return known != null ? known : names.enabledInLowerCase.contains(realm.toLowerCase(Locale.ROOT));
    }

    /** Reads the names anew, soon, on the thread of its own. Cheap. */
    public void wake() {
        worker.wake();
    }

    @Override
    public void close() {
        worker.close();
    }

    private void readFirst(Consumer<Exception> onFailure) {
        try {
            read();
        } catch (RuntimeException failure) {
            onFailure.accept(failure);
        }
    }

    private void read() {
        Map<String, Boolean> exact = new HashMap<>(source.get());
        Set<String> enabled = new HashSet<>();
        exact.forEach((name, isEnabled) -> {
            if (isEnabled) {
                enabled.add(name.toLowerCase(Locale.ROOT));
            }
        });
        names = new Names(exact, enabled);
    }
}
