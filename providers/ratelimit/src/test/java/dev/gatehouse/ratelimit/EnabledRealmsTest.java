package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnabledRealmsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicReference<@Nullable Map<String, Boolean>> database =
            new AtomicReference<>(Map.of("demo", true, "master", false));
    private final AtomicInteger queries = new AtomicInteger();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();

    @Test
    void realmsAreKnownFromTheFirstMoment() {
        try (EnabledRealms realms = realms(LONG)) {
            assertThat(realms.contains("demo")).isTrue();
            assertThat(realms.contains("master")).isFalse();
        }
    }

    @Test
    void aChangeIsSeenWithinTheRefreshInterval() {
        try (EnabledRealms realms = realms(Duration.ofMillis(100))) {
            database.set(Map.of("demo", false, "master", false, "second", true));

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(realms.contains("second")).isTrue());
            assertThat(realms.contains("demo")).isFalse();
        }
    }

    @Test
    void aChangeThatIsToldOfIsSeenAtOnce() {
        try (EnabledRealms realms = realms(LONG)) {
            database.set(Map.of("demo", false));
            realms.wake();

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(realms.contains("demo")).isFalse());
        }
    }

    @Test
    void inventedNamesCostNoQuery() {
        try (EnabledRealms realms = realms(LONG)) {
            await().until(() -> queries.get() == 2);
            for (int i = 0; i < 10_000; i++) {
                assertThat(realms.contains("invented-" + i)).isFalse();
            }

            assertThat(queries).hasValue(2);
        }
    }

    @Test
    void aRealmIsFoundInAnotherCaseUnlessThatIsARealmOfItsOwn() {
        database.set(Map.of("demo", true, "DEMO", false));
        try (EnabledRealms realms = realms(LONG)) {
            assertThat(realms.contains("Demo")).isTrue();
            assertThat(realms.contains("DEMO")).isFalse();
        }
    }

    @Test
    void theLastNamesHoldWhileTheyCannotBeRead() {
        try (EnabledRealms realms = realms(Duration.ofMillis(100))) {
            database.set(null);

            await().until(() -> !failures.isEmpty());
            assertThat(realms.contains("demo")).isTrue();
        }
    }

    private EnabledRealms realms(Duration refresh) {
        return new EnabledRealms(
                () -> {
                    queries.incrementAndGet();
                    Map<String, Boolean> names = database.get();
                    if (names == null) {
                        throw new IllegalStateException("no database");
                    }
                    return names;
                },
                refresh,
                failures::add);
    }
}
