package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.mfa.ChallengeOutcome.Status;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store promises, and what the engine promises on every store. */
abstract class OtpStoreContract {

    private static final int THREADS = 64;

    private final TestClock clock = new TestClock();

    /** The store under test; empty, or with nothing but other tests' users in it. */
    abstract OtpStore store();

    private OtpEngine engine() {
        return OtpEngine.of(store(), clock, new SecureRandom(), Given.DEFAULTS);
    }

    @Test
    void whatIsWrittenUnderTheLockIsReadUnderTheNext() {
        CodeBinding binding = Given.binding("reader", "f", "s", "e");
        OneTimeCode code = engine().issuer()
                .show(binding, FactorType.EMAIL, Given.KEYS)
                .code()
                .orElseThrow();
        engine().judge().judge(binding, Given.wrong(code), Given.KEYS);

        OtpChallenge challenge = store().locked(
                        binding.factor(),
                        factor -> factor.challenge(binding.slot()).orElseThrow());
        FactorLedger ledger = store().locked(binding.factor(), OtpStore.LockedFactor::ledger);

        assertThat(challenge.failures()).isEqualTo(1);
        assertThat(challenge.sentAt()).isEqualTo(clock.instant());
        assertThat(challenge.newest().expiresAt()).isEqualTo(clock.instant().plus(Given.DEFAULTS.codeLifetime()));
        assertThat(ledger.failures()).isEqualTo(1);
        assertThat(ledger.sends()).isEqualTo(1);
    }

    @Test
    void aResentCodeIsKeptBesideTheEarlierOne() {
        CodeBinding binding = Given.binding("resender", "f", "s", "e");
        OneTimeCode earlier = engine().issuer()
                .ask(binding, FactorType.EMAIL, Given.KEYS)
                .code()
                .orElseThrow();
        clock.advance(Given.DEFAULTS.resendCooldown());
        engine().issuer().ask(binding, FactorType.EMAIL, Given.KEYS);

        assertThat(engine().judge().judge(binding, earlier, Given.KEYS).verdict())
                .isEqualTo(OtpVerdict.ACCEPTED);
    }

    @Test
    void workThatThrowsLeavesNothingBehind() {
        CodeBinding binding = Given.binding("thrower", "f", "s", "e");

        assertThatThrownBy(() -> store().locked(binding.factor(), factor -> {
                    factor.record(new FactorLedger(3, clock.instant(), 0, clock.instant(), clock.instant()));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessageContaining("on purpose");

        assertThat(store().locked(binding.factor(), OtpStore.LockedFactor::ledger)
                        .failures())
                .isZero();
    }

    @Test
    void purgingRemovesWhatEndedAndKeepsFailures() {
        CodeBinding ended = Given.binding("ended", "f", "s", "e");
        CodeBinding failed = Given.binding("failed", "f", "s", "e");
        engine().issuer().show(ended, FactorType.EMAIL, Given.KEYS);
        OneTimeCode code = engine().issuer()
                .show(failed, FactorType.EMAIL, Given.KEYS)
                .code()
                .orElseThrow();
        engine().judge().judge(failed, Given.wrong(code), Given.KEYS);
        clock.advance(Duration.ofHours(2));
        CodeBinding live = Given.binding("live", "f", "s", "e");
        engine().issuer().show(live, FactorType.EMAIL, Given.KEYS);

        while (store().purge(clock.instant().minus(Duration.ofHours(1)), 2) > 0) {
            // a batch at a time
        }

        assertThat(store().<Boolean>locked(
                                ended.factor(),
                                factor -> factor.challenge(ended.slot()).isPresent()))
                .isFalse();
        assertThat(store().<Boolean>locked(
                                live.factor(),
                                factor -> factor.challenge(live.slot()).isPresent()))
                .isTrue();
        assertThat(store().locked(failed.factor(), OtpStore.LockedFactor::ledger)
                        .failures())
                .isEqualTo(1);
    }

    @Test
    void aPurgeIsBounded() {
        for (int i = 0; i < 5; i++) {
            engine().issuer().show(Given.binding("bounded" + i, "f", "s", "e"), FactorType.EMAIL, Given.KEYS);
        }
        clock.advance(Duration.ofDays(1));

        assertThat(store().purge(clock.instant(), 2)).isEqualTo(4);
    }

    @Test
    void aRemovedUserIsForgottenAndNobodyElse() {
        CodeBinding gone = Given.binding("gone", "f", "s", "e");
        CodeBinding stays = Given.binding("stays", "f", "s", "e");
        engine().issuer().show(gone, FactorType.EMAIL, Given.KEYS);
        engine().issuer().show(stays, FactorType.EMAIL, Given.KEYS);

        store().forget("realm", Optional.of("gone"));

        assertThat(store().locked(gone.factor(), OtpStore.LockedFactor::ledger)).isEqualTo(FactorLedger.EMPTY);
        assertThat(store().<Boolean>locked(
                                stays.factor(),
                                factor -> factor.challenge(stays.slot()).isPresent()))
                .isTrue();

        store().forget("realm", Optional.empty());
        assertThat(store().<Boolean>locked(
                                stays.factor(),
                                factor -> factor.challenge(stays.slot()).isPresent()))
                .isFalse();
    }

    @Test
    void ofManyThreadsWithTheRightCodeExactlyOneIsAccepted() throws Exception {
        CodeBinding binding = Given.binding("racer", "f", "s", "e");
        OneTimeCode code = engine().issuer()
                .show(binding, FactorType.EMAIL, Given.KEYS)
                .code()
                .orElseThrow();

        List<OtpVerdict> verdicts = atOnce(
                thread -> engine().judge().judge(binding, code, Given.KEYS).verdict());

        assertThat(verdicts).containsOnlyOnce(OtpVerdict.ACCEPTED);
        assertThat(verdicts).containsOnly(OtpVerdict.ACCEPTED, OtpVerdict.EXPIRED);
    }

    @Test
    void manyThreadsThatGuessAndAskForResendsGetNoMoreGuessesThanConfigured() throws Exception {
        // Each thread guesses in a login of its own and in a common one, and asks for new codes in between.
        List<OtpVerdict> verdicts = atOnce(thread -> {
                    List<OtpVerdict> mine = new ArrayList<>();
                    for (CodeBinding binding : List.of(
                            Given.binding("victim", "f", "common", "e"),
                            Given.binding("victim", "f", "own" + thread, "e"))) {
                        engine().issuer().ask(binding, FactorType.EMAIL, Given.KEYS);
                        mine.add(engine().judge()
                                .judge(binding, guess(), Given.KEYS)
                                .verdict());
                        engine().issuer().ask(binding, FactorType.EMAIL, Given.KEYS);
                        mine.add(engine().judge()
                                .judge(binding, guess(), Given.KEYS)
                                .verdict());
                    }
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        long judged = verdicts.stream()
                .filter(verdict -> verdict != OtpVerdict.LOCKED && verdict != OtpVerdict.EXPIRED)
                .count();
        assertThat(judged).isEqualTo(Given.DEFAULTS.attempts());
        assertThat(verdicts).hasSize(4 * THREADS).contains(OtpVerdict.LOCKED);
        // The next guess has to wait, whatever login it comes in.
        assertThat(engine().issuer()
                        .ask(Given.binding("victim", "f", "another", "e"), FactorType.EMAIL, Given.KEYS)
                        .outcome()
                        .status())
                .isEqualTo(Status.LOCKED);
    }

    @Test
    void aCodeThatManyThreadsGuessedAtIsOfNoUseAfterwardsNotEvenTheRightOne() throws Exception {
        CodeBinding binding = Given.binding("target", "f", "s", "e");
        OneTimeCode code = engine().issuer()
                .show(binding, FactorType.EMAIL, Given.KEYS)
                .code()
                .orElseThrow();

        List<OtpVerdict> verdicts = atOnce(
                thread -> engine().judge().judge(binding, guess(), Given.KEYS).verdict());

        assertThat(verdicts.stream().filter(OtpVerdict.WRONG::equals)).hasSize(Given.DEFAULTS.attempts() - 1);
        assertThat(verdicts)
                .containsOnlyOnce(OtpVerdict.EXHAUSTED)
                .containsOnly(OtpVerdict.WRONG, OtpVerdict.EXHAUSTED, OtpVerdict.LOCKED);
        assertThat(engine().judge().judge(binding, code, Given.KEYS).verdict()).isEqualTo(OtpVerdict.LOCKED);
        clock.advance(Given.DEFAULTS.firstWait());
        assertThat(engine().judge().judge(binding, code, Given.KEYS).verdict()).isEqualTo(OtpVerdict.EXPIRED);
    }

    @Test
    void patienceGainsManyThreadsOneGuessForEachWaitWhateverTheyAreSent() throws Exception {
        OtpSettings generous = OtpSettings.from(SettingsSource.of(Map.of("gatehouse.mfa.sends", "100")));
        OtpEngine engine = OtpEngine.of(store(), clock, new SecureRandom(), generous);
        // As long as a code may be asked for anew: in each round one is sent, to a common login or one of its own.
        Duration round = Given.DEFAULTS.resendCooldown().plusSeconds(1);
        int rounds = 8;
        AtomicInteger begun = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(THREADS, () -> {
            if (begun.getAndIncrement() > 0) {
                clock.advance(round);
            }
        });
        Map<CodeBinding, OneTimeCode> sent = new ConcurrentHashMap<>();
        int[] guesses = new int[rounds];

        List<int[]> judged = atOnce(thread -> {
            int[] mine = new int[rounds];
            for (int i = 0; i < rounds; i++) {
                together.await();
                for (String login : List.of("common", "own" + thread + "." + i)) {
                    CodeBinding binding = Given.binding("patient", "f", login, "e");
                    engine.issuer()
                            .ask(binding, FactorType.EMAIL, Given.KEYS)
                            .code()
                            .ifPresent(code -> sent.put(binding, code));
                    OtpVerdict verdict =
                            engine.judge().judge(binding, guess(), Given.KEYS).verdict();
                    mine[i] += verdict == OtpVerdict.WRONG || verdict == OtpVerdict.EXHAUSTED ? 1 : 0;
                }
            }
            return mine;
        });
        judged.forEach(each -> Arrays.setAll(guesses, i -> guesses[i] + each[i]));

        // Waits of 30, 60 and 120 seconds, met by a new round every 31.
        assertThat(guesses).containsExactly(Given.DEFAULTS.attempts(), 1, 0, 1, 0, 0, 0, 1);
        assertThat(sent).isNotEmpty();
        sent.forEach((binding, code) -> assertThat(
                        engine.judge().judge(binding, code, Given.KEYS).verdict())
                .isEqualTo(OtpVerdict.LOCKED));
    }

    @Test
    void manyThreadsThatAskAtOnceAreSentOneCode() throws Exception {
        CodeBinding binding = Given.binding("asker", "f", "s", "e");

        List<Status> statuses = atOnce(thread -> engine().issuer()
                .ask(binding, FactorType.EMAIL, Given.KEYS)
                .outcome()
                .status());

        assertThat(statuses).containsOnlyOnce(Status.SENT).containsOnly(Status.SENT, Status.COOLING_DOWN);
    }

    /** Never right by luck, so that the count is exact. */
    private static OneTimeCode guess() {
        return OneTimeCode.typed("guess");
    }

    private interface Task<T> {
        T run(int thread) throws Exception;
    }

    private static <T> List<T> atOnce(Task<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    start.await();
                    return task.run(thread);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
