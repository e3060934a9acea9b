package dev.gatehouse.account.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of registrations and errands promises. */
abstract class RegistrationsContract {
    private final String email = UUID.randomUUID() + "@example.test";

    /** Each call in a transaction of its own. */
    abstract Registrations registrations();

    abstract Errands errands();

    @Test
    void whatIsAddedIsFoundByItsTokenUntilItExpires() {
        WaitingRegistration registration = added(0);
        registrations().giveToken(registration.id(), "digest of " + registration.id());

        assertThat(registrations().byToken("realm", "digest of " + registration.id(), Given.NOW))
                .hasValueSatisfying(found -> {
                    assertThat(found.id()).isEqualTo(registration.id());
                    assertThat(found.password()).isEqualTo(registration.password());
                    assertThat(found.profile()).isEqualTo(registration.profile());
                });
        assertThat(registrations().byToken("other realm", "digest of " + registration.id(), Given.NOW))
                .isEmpty();
        assertThat(registrations().byToken("realm", "digest of " + registration.id(), registration.expiresAt()))
                .isEmpty();
        assertThat(registrations().find(registration.id(), registration.expiresAt()))
                .isEmpty();
    }

    @Test
    void thoseOfAnAddressComeTheNewestFirst() {
        WaitingRegistration older = added(1);
        WaitingRegistration newer = added(2);

        assertThat(registrations().of("realm", email, Given.NOW)).containsExactly(newer, older);
    }

    @Test
    void ofManyTriesAtOnceNoMoreThanAllowedAreCounted() throws Exception {
        WaitingRegistration registration = added(0);

        assertThat(successes(() -> registrations().countAttempt(registration.id(), 5)))
                .isEqualTo(5);
        registrations().forgiveAttempts(registration.id());
        assertThat(registrations().countAttempt(registration.id(), 5)).isTrue();
    }

    @Test
    void ofManyClaimsAtOnceOneSucceedsWhicheverRegistrationOfTheAddressTheyAreFor() throws Exception {
        WaitingRegistration first = added(0);
        WaitingRegistration second = added(1);

        assertThat(successes(() -> registrations().claim(Math.random() < 0.5 ? first : second)))
                .isOne();
        assertThat(registrations().of("realm", email, Given.NOW)).isEmpty();
    }

    @Test
    void whatWaitedInVainIsPurgedAndNothingElse() {
        WaitingRegistration over = added(-100_000);
        WaitingRegistration waits = added(0);

        int purged = registrations().purge(Given.NOW, 1000);

        assertThat(purged).isPositive();
        assertThat(registrations().of("realm", email, Given.NOW.minus(Duration.ofDays(10))))
                .doesNotContain(over)
                .contains(waits);
    }

    @Test
    void anErrandIsOneNodesAtATimeAndComesAgainUntilItIsDone() throws Exception {
        String id = UUID.randomUUID().toString();
        errands().add(Given.errand(id), Given.NOW);

        assertThat(successes(() ->
                        errands().take(Given.NOW, Duration.ofMinutes(1), 5).isPresent()))
                .isOne();
        assertThat(errands().take(Given.NOW.plusSeconds(30), Duration.ofMinutes(1), 5))
                .isEmpty();
        assertThat(errands().take(Given.NOW.plusSeconds(60), Duration.ofMinutes(1), 5))
                .contains(Given.errand(id));
        assertThat(errands().done(id)).isTrue();
        assertThat(errands().done(id)).isFalse();
        assertThat(errands().take(Given.NOW.plusSeconds(999), Duration.ofMinutes(1), 5))
                .isEmpty();
    }

    @Test
    void anErrandThatFailsAgainAndAgainIsDropped() {
        String id = UUID.randomUUID().toString();
        errands().add(Given.errand(id), Given.NOW);
        for (int run = 0; run < 3; run++) {
            assertThat(errands().take(Given.NOW.plusSeconds(run * 60L), Duration.ofMinutes(1), 3))
                    .isPresent();
        }

        assertThat(errands().take(Given.NOW.plusSeconds(600), Duration.ofMinutes(1), 3))
                .isEmpty();
        assertThat(errands().done(id)).as("it is gone").isFalse();
    }

    private WaitingRegistration added(int second) {
        WaitingRegistration registration =
                Given.registration(UUID.randomUUID().toString(), email, "source", null, second);
        registrations().add(registration);
        return registration;
    }

    private static int successes(Callable<Boolean> attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            int successes = 0;
            for (Future<Boolean> result : threads.invokeAll(
                    IntStream.range(0, 32).mapToObj(i -> attempt).toList())) {
                successes += result.get() ? 1 : 0;
            }
            return successes;
        } finally {
            threads.shutdownNow();
        }
    }
}
