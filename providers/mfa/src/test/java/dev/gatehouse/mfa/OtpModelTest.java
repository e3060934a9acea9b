package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mfa.ChallengeOutcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever order sends, resends, guesses, new sessions, restarts and waiting come in, the engine does what a much simpler
 * model says. A failing run is told again by its seed.
 */
class OtpModelTest {
    private static final int STEPS = 400;
    private static final int SESSIONS = 3;
    private static final OtpSettings SETTINGS = Given.DEFAULTS;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyInterleavingIsJudgedAsTheModelSays(long seed) {
        Random chance = new Random(seed);
        TestClock clock = new TestClock();
        OtpStore store = new InMemoryOtpStore();
        OtpEngine engine = engine(store, clock, seed);
        Model model = new Model();

        for (int step = 0; step < STEPS; step++) {
            String session = "session" + chance.nextInt(SESSIONS);
            CodeBinding binding = Given.binding("alice", "factor", session, "execution");
            switch (chance.nextInt(8)) {
                case 0 ->
                    model.sent(session, clock.instant(), engine.issuer().show(binding, FactorType.SMS, Given.KEYS));
                case 1 ->
                    model.sent(session, clock.instant(), engine.issuer().ask(binding, FactorType.SMS, Given.KEYS));
                case 2, 3, 4 -> {
                    OneTimeCode wrong = OneTimeCode.typed("wrong" + step);
                    assertVerdict(model.guess(session, clock.instant(), wrong), engine, binding, wrong, step);
                }
                case 5 -> {
                    OneTimeCode known = model.someCode(chance);
                    assertVerdict(model.guess(session, clock.instant(), known), engine, binding, known, step);
                }
                case 6 -> clock.advance(waiting(chance));
                default -> engine = engine(store, clock, seed + step);
            }
        }
    }

    private static void assertVerdict(
            OtpVerdict expected, OtpEngine engine, CodeBinding binding, OneTimeCode code, int step) {
        assertThat(engine.judge().judge(binding, code, Given.KEYS).verdict())
                .as("step %d", step)
                .isEqualTo(expected);
    }

    /** A restart: all that an engine remembers is in the store. */
    private static OtpEngine engine(OtpStore store, TestClock clock, long seed) {
        return OtpEngine.of(store, clock, new Random(seed), SETTINGS);
    }

    private static Duration waiting(Random chance) {
        return Duration.ofSeconds(
                switch (chance.nextInt(4)) {
                    case 0 -> 5;
                    case 1 -> 31;
                    case 2 -> 200;
                    default -> 4000;
                });
    }

    /** What a factor does, without digests, locks or storage. */
    private static final class Model {
        private record Sent(OneTimeCode code, Instant expiresAt) {}

        private final Map<String, Deque<Sent>> live = new HashMap<>();
        private final Map<String, Integer> tried = new HashMap<>();
        private final Deque<OneTimeCode> ever = new ArrayDeque<>();
        private int failures;
        private Instant lockedUntil = Instant.EPOCH;

        void sent(String session, Instant now, IssuedCode issued) {
            boolean isLocked = now.isBefore(lockedUntil);
            if (isLocked) {
                assertThat(issued.outcome().status()).isNotEqualTo(Status.SENT);
            }
            issued.code().ifPresent(code -> {
                if (!isLive(session, now)) {
                    live.remove(session);
                    tried.remove(session);
                }
                Deque<Sent> codes = live.computeIfAbsent(session, key -> new ArrayDeque<>());
                codes.addFirst(new Sent(code, issued.expiresAt()));
                while (codes.size() > 2) {
                    codes.removeLast();
                }
                ever.add(code);
            });
        }

        OtpVerdict guess(String session, Instant now, OneTimeCode code) {
            if (now.isBefore(lockedUntil)) {
                return OtpVerdict.LOCKED;
            }
            if (!isLive(session, now)) {
                live.remove(session);
                tried.remove(session);
                return OtpVerdict.EXPIRED;
            }
            boolean isRight = codes(session).stream()
                    .anyMatch(sent -> now.isBefore(sent.expiresAt())
                            && sent.code().characters().equals(code.characters()));
            if (isRight) {
                failures = 0;
                lockedUntil = Instant.EPOCH;
                live.remove(session);
                tried.remove(session);
                return OtpVerdict.ACCEPTED;
            }
            failures++;
            if (failures >= SETTINGS.failuresUntilDisabled()) {
                lockedUntil = Instant.MAX;
            } else if (failures >= SETTINGS.attempts()) {
                long seconds = SETTINGS.firstWait().toSeconds() << Math.min(failures - SETTINGS.attempts(), 20);
                lockedUntil =
                        now.plusSeconds(Math.min(seconds, SETTINGS.longestWait().toSeconds()));
            }
            if (tried.merge(session, 1, Integer::sum) >= SETTINGS.attempts()) {
                live.remove(session);
                tried.remove(session);
                return OtpVerdict.EXHAUSTED;
            }
            return OtpVerdict.WRONG;
        }

        /** One that was sent at some time to some session, or none. */
        OneTimeCode someCode(Random chance) {
            return ever.isEmpty()
                    ? OneTimeCode.typed("000000")
                    : ever.stream()
                            .skip(chance.nextInt(ever.size()))
                            .findFirst()
                            .orElseThrow();
        }

        private Deque<Sent> codes(String session) {
            return live.getOrDefault(session, new ArrayDeque<>());
        }

        private boolean isLive(String session, Instant now) {
            Deque<Sent> codes = codes(session);
            return !codes.isEmpty() && now.isBefore(codes.getFirst().expiresAt());
        }
    }
}
