package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OtpJudgeTest {

    private final TestClock clock = new TestClock();
    private final OtpEngine engine = OtpEngine.of(new InMemoryOtpStore(), clock, new SecureRandom(), Given.DEFAULTS);
    private final CodeBinding binding = Given.binding();

    private OneTimeCode sent() {
        return engine.issuer().ask(binding, FactorType.EMAIL, Given.KEYS).code().orElseThrow();
    }

    private VerificationOutcome judged(OneTimeCode code) {
        return engine.judge().judge(binding, code, Given.KEYS);
    }

    @Test
    void aCodeIsAcceptedOnce() {
        OneTimeCode code = sent();

        assertThat(judged(code).verdict()).isEqualTo(OtpVerdict.ACCEPTED);
        assertThat(judged(code).verdict()).isEqualTo(OtpVerdict.EXPIRED);
    }

    @Test
    void spacesAndHyphensAreNotHeldAgainstAnybody() {
        String digits = sent().characters();

        assertThat(judged(OneTimeCode.typed(" " + digits.substring(0, 3) + "-" + digits.substring(3) + "\u00a0"))
                        .verdict())
                .isEqualTo(OtpVerdict.ACCEPTED);
    }

    @Test
    void aWrongCodeSaysHowManyAttemptsAreLeft() {
        OneTimeCode wrong = Given.wrong(sent());

        assertThat(judged(wrong)).isEqualTo(new VerificationOutcome(OtpVerdict.WRONG, 4, Duration.ZERO));
    }

    @Test
    void theFifthWrongCodeEndsTheCodeAndTheRightOneComesTooLate() {
        OneTimeCode code = sent();
        for (int i = 0; i < 4; i++) {
            assertThat(judged(Given.wrong(code)).verdict()).isEqualTo(OtpVerdict.WRONG);
        }

        assertThat(judged(Given.wrong(code)))
                .isEqualTo(new VerificationOutcome(OtpVerdict.EXHAUSTED, 0, Given.DEFAULTS.firstWait()));
        assertThat(judged(code).verdict()).isEqualTo(OtpVerdict.LOCKED);
        clock.advance(Given.DEFAULTS.firstWait());
        assertThat(judged(code).verdict()).isEqualTo(OtpVerdict.EXPIRED);
    }

    @Test
    void aCodeExpires() {
        OneTimeCode code = sent();
        clock.advance(Given.DEFAULTS.codeLifetime());

        assertThat(judged(code).verdict()).isEqualTo(OtpVerdict.EXPIRED);
    }

    @Test
    void aResendLeavesTheEarlierCodeGoodUntilItsOwnEnd() {
        OneTimeCode earlier = sent();
        clock.advance(Given.DEFAULTS.codeLifetime().minusSeconds(1));
        sent();
        clock.advance(Duration.ofSeconds(1));

        assertThat(judged(earlier).verdict()).isEqualTo(OtpVerdict.WRONG);
    }

    @Test
    void aResendGivesNoFreshAttempts() {
        OneTimeCode code = sent();
        judged(Given.wrong(code));
        judged(Given.wrong(code));
        clock.advance(Given.DEFAULTS.resendCooldown());

        assertThat(judged(Given.wrong(sent())).attemptsLeft()).isEqualTo(2);
    }

    @Test
    void failuresAreCountedAcrossLoginsUntilARightCodeComes() {
        for (int i = 0; i < 5; i++) {
            CodeBinding login = Given.binding("alice", "factor", "session " + i, "execution");
            OneTimeCode code = engine.issuer()
                    .show(login, FactorType.EMAIL, Given.KEYS)
                    .code()
                    .orElseThrow();
            engine.judge().judge(login, Given.wrong(code), Given.KEYS);
        }

        assertThat(engine.issuer()
                        .show(binding, FactorType.EMAIL, Given.KEYS)
                        .outcome()
                        .status())
                .isEqualTo(ChallengeOutcome.Status.LOCKED);
        clock.advance(Given.DEFAULTS.firstWait());
        assertThat(judged(sent()).verdict()).isEqualTo(OtpVerdict.ACCEPTED);
        assertThat(judged(Given.wrong(sent()))).isEqualTo(new VerificationOutcome(OtpVerdict.WRONG, 4, Duration.ZERO));
    }

    @Test
    void eachFailureMoreDoublesTheWaitUpToAnHour() {
        int failures = 0;
        for (Duration expected : new Duration[] {
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(16),
            Duration.ofMinutes(32),
            Duration.ofHours(1),
            Duration.ofHours(1)
        }) {
            VerificationOutcome outcome = engine.judge().judge(binding.factor(), () -> false);

            assertThat(outcome.retryAfter()).as("failure %s", ++failures).isEqualTo(expected);
            clock.advance(expected);
        }
    }

    @Test
    void afterFiftyFailuresInARowTheFactorIsOfNoUseUntilItIsSetUpAnew() {
        for (int i = 0; i < 50; i++) {
            engine.judge().judge(binding.factor(), () -> false);
            clock.advance(Duration.ofHours(1));
        }
        clock.advance(Duration.ofDays(3650));

        assertThat(engine.judge().judge(binding.factor(), () -> true).verdict()).isEqualTo(OtpVerdict.LOCKED);
        assertThat(engine.judge()
                        .judge(Given.binding("alice", "set up anew", "s", "e").factor(), () -> true)
                        .verdict())
                .isEqualTo(OtpVerdict.ACCEPTED);
    }

    @Test
    void whileAFactorRestsItsCodeIsNotEvenCompared() {
        for (int i = 0; i < 5; i++) {
            engine.judge().judge(binding.factor(), () -> false);
        }

        VerificationOutcome outcome = engine.judge().judge(binding.factor(), () -> {
            throw new AssertionError("compared");
        });
        assertThat(outcome.verdict()).isEqualTo(OtpVerdict.LOCKED);
    }

    static Stream<CodeBinding> otherBindings() {
        CodeBinding own = Given.binding();
        return Stream.of(
                Given.binding("bob", "factor", "session", "execution"),
                Given.binding("alice", "another factor", "session", "execution"),
                Given.binding("alice", "factor", "another session", "execution"),
                Given.binding("alice", "factor", "session", "another execution"),
                new CodeBinding(
                        new FactorKey("another realm", "alice", "factor"),
                        own.purpose(),
                        own.sessionId(),
                        own.executionId(),
                        own.destination()),
                new CodeBinding(
                        own.factor(), CodePurpose.ENROLMENT, own.sessionId(), own.executionId(), own.destination()),
                new CodeBinding(
                        own.factor(), own.purpose(), own.sessionId(), own.executionId(), "mallory@example.test"));
    }

    @ParameterizedTest
    @MethodSource("otherBindings")
    void aCodeIsWorthNothingAnywhereElse(CodeBinding other) {
        OneTimeCode code = sent();
        engine.issuer().show(other, FactorType.EMAIL, Given.KEYS);

        assertThat(engine.judge().judge(other, code, Given.KEYS).verdict()).isEqualTo(OtpVerdict.WRONG);
    }

    @Test
    void aDigestCopiedToAnotherSlotIsStillWrong() {
        OneTimeCode code = sent();
        DigestKey key = Given.KEYS.active();

        for (CodeBinding other : otherBindings().toList()) {
            assertThat(key.digest(other, code)).isNotEqualTo(key.digest(binding, code));
        }
    }

    @Test
    void aCodeOutlivesTheRotationOfTheRealmsKey() {
        OneTimeCode code = sent();
        DigestKeys rotated = new DigestKeys() {
            @Override
            public DigestKey active() {
                return Given.keys("a newer secret").active();
            }

            @Override
            public Optional<DigestKey> byId(String id) {
                return Given.KEYS.byId(id);
            }
        };

        assertThat(engine.judge().judge(binding, code, rotated).verdict()).isEqualTo(OtpVerdict.ACCEPTED);
    }

    @Test
    void aCodeDiesWithTheKeyItWasMadeWith() {
        OneTimeCode code = sent();

        assertThat(engine.judge()
                        .judge(binding, code, Given.keys("another secret"))
                        .verdict())
                .isEqualTo(OtpVerdict.WRONG);
    }
}
