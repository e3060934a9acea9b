package dev.gatehouse.account.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.erasure.Erasure;
import dev.gatehouse.account.preference.PreferenceStore;
import dev.gatehouse.foundation.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tables of accounts promise, whichever database holds them. */
abstract class AccountTablesContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Erasure ANNA = new Erasure("realm-1", "anna");

    private TestDatabase database;

    abstract TestDatabase open(String changelog, Class<?>... entities);

    @BeforeEach
    void open() {
        database = open(AccountTables.CHANGELOG, AccountTables.ENTITIES.toArray(Class<?>[]::new));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T preferences(Function<PreferenceStore, T> work) {
        return database.inTransaction(entities -> work.apply(new JpaPreferenceStore(entities)));
    }

    private <T> T erasures(Function<JpaErasureQueue, T> work) {
        return database.inTransaction(entities -> work.apply(new JpaErasureQueue(entities)));
    }

    private String found(String realm, String user) {
        return preferences(store -> store.find(realm, user));
    }

    private Optional<Erasure> taken(Instant now) {
        return erasures(queue -> queue.take(now, LEASE));
    }

    private boolean add(Erasure erasure, Instant now) {
        return erasures(queue -> {
            queue.add(erasure, now);
            return true;
        });
    }

    private boolean save(String realm, String user, String text) {
        return preferences(store -> {
            store.hold(realm, user);
            store.save(realm, user, text);
            return true;
        });
    }

    @Test
    void nothingIsAnEmptyObjectUntilSomethingIsKept() {
        assertThat(found("realm-1", "anna")).isEqualTo("{}");
        save("realm-1", "anna", "{\"theme\":\"Käse 😀\"}");
        assertThat(found("realm-1", "anna")).isEqualTo("{\"theme\":\"Käse 😀\"}");
        assertThat(found("realm-2", "anna")).isEqualTo("{}");
        assertThat(found("realm-1", "ben")).isEqualTo("{}");
    }

    @Test
    void theForgottenPreferNothing() {
        save("realm-1", "anna", "{\"a\":1}");
        save("realm-1", "ben", "{\"b\":1}");
        preferences(store -> {
            store.forget("realm-1", "anna");
            return true;
        });
        assertThat(found("realm-1", "anna")).isEqualTo("{}");
        assertThat(found("realm-1", "ben")).isEqualTo("{\"b\":1}");
    }

    @Test
    void changesOfOneUserWaitForEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int number = 0; number < 32; number++) {
                all.add(threads.submit(() -> preferences(store -> {
                    String before = store.hold("realm-1", "anna");
                    store.save("realm-1", "anna", before + "x");
                    return true;
                })));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(found("realm-1", "anna")).isEqualTo("{}" + "x".repeat(32));
    }

    @Test
    void anErasureIsTakenOnceWithinALeaseAndAgainAfterIt() {
        add(ANNA, NOON);
        add(ANNA, NOON.plusSeconds(1));
        assertThat(taken(NOON)).contains(ANNA);
        assertThat(taken(NOON)).isEmpty();
        assertThat(taken(NOON.plus(LEASE))).contains(ANNA);
    }

    @Test
    void whatIsDoneIsNotTakenAgain() {
        add(ANNA, NOON);
        add(new Erasure("realm-1", "ben"), NOON.plusSeconds(1));
        assertThat(taken(NOON.plusSeconds(2))).contains(ANNA);
        erasures(queue -> {
            queue.done(ANNA);
            return true;
        });
        assertThat(taken(NOON.plusSeconds(2))).contains(new Erasure("realm-1", "ben"));
        assertThat(taken(NOON.plus(LEASE).plusSeconds(2))).contains(new Erasure("realm-1", "ben"));
    }

    /** H2 limits before it skips, and so finds nobody: there, a server is alone. */
    @Test
    void whoTakesNeitherWaitsForWhoIsTakingNorTakesTheSame() {
        add(ANNA, NOON);
        add(new Erasure("realm-1", "ben"), NOON.plusSeconds(1));
        database.run((EntityManager entities) -> {
            assertThat(new JpaErasureQueue(entities).take(NOON.plusSeconds(2), LEASE))
                    .contains(ANNA);
            assertThat(taken(NOON.plusSeconds(2))).isNotEqualTo(Optional.of(ANNA));
        });
    }
}
