package dev.gatehouse.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.idempotency.Attempt.Status;
import dev.gatehouse.api.idempotency.jpa.JpaKeptAnswers;
import dev.gatehouse.foundation.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request with a key may count on, on every database. */
abstract class IdempotentCreationContract {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final SecretKey SECRET = new SecretKeySpec(new byte[32], IdempotentCreation.DIGEST);

    private final AtomicInteger made = new AtomicInteger();
    private TestDatabase database;

    abstract TestDatabase database(String changelog, Class<?>... entities);

    /** The statement that lets a transaction wait no longer than a tenth of a second. */
    abstract String impatience();

    @BeforeEach
    void open() {
        database = database(JpaKeptAnswers.CHANGELOG, JpaKeptAnswers.ENTITIES.toArray(Class<?>[]::new));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoAsksAgainGetsTheSameAnswerAndNothingNew() {
        assertThat(ask("anna", "key", "{}", NOW).status()).isEqualTo(Status.FIRST);
        Attempt again = ask("anna", "key", "{}", NOW.plus(Duration.ofHours(23)));
        assertThat(again.status()).isEqualTo(Status.ANSWERED);
        assertThat(again.answer())
                .isEqualTo(new KeptAnswer(again.fingerprint(), 201, "http://localhost/1", "{\"name\": \"Käse 1\"}"));
        assertThat(made).hasValue(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        ask("anna", "key", "{}", NOW);
        assertThat(ask("anna", "key", "{ }", NOW).status()).isEqualTo(Status.OTHER_BODY);
        assertThat(made).hasValue(1);
    }

    @Test
    void aKeyIsItsAskersOwnAndKnownForADay() {
        ask("anna", "key", "{}", NOW);
        ask("ben", "key", "{}", NOW);
        ask("anna", "Key", "{}", NOW);
        assertThat(made).hasValue(3);
        ask("anna", "key", "{}", NOW.plus(IdempotentCreation.KEPT).plusMillis(1));
        assertThat(made).hasValue(4);
    }

    @Test
    void whatWasRefusedOrFailedMayBeAskedForAgain() {
        database.run(entities -> {
            IdempotentCreation creation = creation(entities, "anna", NOW);
            creation.refused(creation.begin(new IdempotencyKey("key"), new byte[0]));
        });
        assertThatThrownBy(() -> database.run(entities -> {
                    creation(entities, "anna", NOW).begin(new IdempotencyKey("key"), new byte[0]);
                    throw new IllegalStateException("on the way");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ask("anna", "key", "{\"mended\": true}", NOW).status()).isEqualTo(Status.FIRST);
    }

    @Test
    void ofManyAtTheSameMomentOneMakesAndAllGetItsAnswer() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<CompletableFuture<Attempt>> all = IntStream.range(0, 64)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> ask("anna", "key" + number / 32, "{}", NOW), threads))
                .toList();
        List<Status> statuses =
                all.stream().map(attempt -> attempt.join().status()).toList();
        threads.shutdown();
        assertThat(made).hasValue(2);
        assertThat(statuses).containsOnly(Status.FIRST, Status.ANSWERED);
    }

    @Test
    void whoCannotWaitAnyLongerIsToldThatTheFirstIsStillBeingAnswered() {
        IdempotencyKey key = new IdempotencyKey("key");
        database.run(first -> {
            assertThat(creation(first, "anna", NOW).begin(key, new byte[0]).status())
                    .isEqualTo(Status.FIRST);
            assertThatThrownBy(() -> database.run(second -> {
                        second.createNativeQuery(impatience()).executeUpdate();
                        assertThat(creation(second, "anna", NOW)
                                        .begin(key, new byte[0])
                                        .status())
                                .isEqualTo(Status.BUSY);
                        throw new IllegalStateException("the second is rolled back");
                    }))
                    .hasMessage("the second is rolled back");
        });
    }

    @Test
    void oldAnswersAreRemovedAFewAtATime() {
        IntStream.range(0, 7).forEach(number -> ask("anna", "key" + number, "{}", NOW));
        Instant tomorrow = NOW.plus(IdempotentCreation.KEPT);
        ask("anna", "late", "{}", tomorrow);
        assertThat(purge(NOW)).isZero();
        assertThat(List.of(purge(tomorrow), purge(tomorrow), purge(tomorrow))).containsExactly(5, 2, 0);
        assertThat(ask("anna", "late", "{}", tomorrow).status()).isEqualTo(Status.ANSWERED);
    }

    private int purge(Instant before) {
        return database.inTransaction(entities -> new JpaKeptAnswers(entities).purge(before, 5));
    }

    private Attempt ask(String asker, String key, String body, Instant now) {
        return database.inTransaction(entities -> {
            IdempotentCreation creation = creation(entities, asker, now);
            Attempt attempt = creation.begin(new IdempotencyKey(key), body.getBytes(StandardCharsets.UTF_8));
            if (attempt.status() == Status.FIRST) {
                int number = made.incrementAndGet();
                creation.succeeded(attempt, 201, "http://localhost/" + number, "{\"name\": \"Käse " + number + "\"}");
            }
            return attempt;
        });
    }

    private static IdempotentCreation creation(EntityManager entities, String asker, Instant now) {
        return new IdempotentCreation(new JpaKeptAnswers(entities), SECRET, asker, Clock.fixed(now, ZoneOffset.UTC));
    }
}
