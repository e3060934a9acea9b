package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mfa.ChallengeOutcome.Status;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OtpIssuerTest {

    private final TestClock clock = new TestClock();
    private final InMemoryOtpStore store = new InMemoryOtpStore();
    private final OtpEngine engine = OtpEngine.of(store, clock, new SecureRandom(), Given.DEFAULTS);
    private final CodeBinding binding = Given.binding();

    private IssuedCode shown() {
        return engine.issuer().show(binding, FactorType.EMAIL, Given.KEYS);
    }

    private IssuedCode asked() {
        return engine.issuer().ask(binding, FactorType.EMAIL, Given.KEYS);
    }

    @Test
    void aCodeHasSixDigitsUnlessToldOtherwise() {
        assertThat(shown().code().orElseThrow().characters()).matches("[0-9]{6}");
    }

    @Test
    void aReloadedPageKeepsTheCodeAndSendsNothing() {
        IssuedCode first = shown();
        clock.advance(Duration.ofMinutes(4));

        IssuedCode again = shown();

        assertThat(again.outcome().status()).isEqualTo(Status.KEPT);
        assertThat(again.code()).isEmpty();
        assertThat(again.outcome().challengeId()).isEqualTo(first.outcome().challengeId());
        assertThat(again.outcome().expiresIn()).isEqualTo(Duration.ofMinutes(1));
        assertThat(engine.judge()
                        .judge(binding, first.code().orElseThrow(), Given.KEYS)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void whoAsksTooSoonIsToldHowLongToWait() {
        asked();
        clock.advance(Duration.ofSeconds(10));

        IssuedCode again = asked();

        assertThat(again.outcome().status()).isEqualTo(Status.COOLING_DOWN);
        assertThat(again.code()).isEmpty();
        assertThat(again.outcome().resendAfter()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void afterTheCooldownAnotherCodeIsSentUnderTheSameName() {
        IssuedCode first = asked();
        clock.advance(Given.DEFAULTS.resendCooldown());

        IssuedCode second = asked();

        assertThat(second.outcome().status()).isEqualTo(Status.SENT);
        assertThat(second.outcome().challengeId()).isEqualTo(first.outcome().challengeId());
    }

    @Test
    void aPageShownAfterTheEndOfACodeSendsAnother() {
        IssuedCode first = shown();
        clock.advance(Given.DEFAULTS.codeLifetime());

        IssuedCode second = shown();

        assertThat(second.outcome().status()).isEqualTo(Status.SENT);
        assertThat(second.outcome().challengeId()).isNotEqualTo(first.outcome().challengeId());
    }

    @Test
    void aMailboxIsNotFloodedByNewLogins() {
        for (int login = 0; login < Given.DEFAULTS.sends(); login++) {
            assertThat(showIn("login " + login).status()).isEqualTo(Status.SENT);
        }

        assertThat(showIn("one more").status()).isEqualTo(Status.COOLING_DOWN);
        assertThat(showIn("one more").resendAfter()).isEqualTo(Given.DEFAULTS.sendsWindow());
        clock.advance(Given.DEFAULTS.sendsWindow());
        assertThat(showIn("one more").status()).isEqualTo(Status.SENT);
    }

    @Test
    void aRightCodeForgetsHowManyWereSent() {
        for (int login = 0; login < 3 * Given.DEFAULTS.sends(); login++) {
            IssuedCode issued = shown();
            assertThat(engine.judge()
                            .judge(binding, issued.code().orElseThrow(), Given.KEYS)
                            .isAccepted())
                    .isTrue();
        }
    }

    @Test
    void aCodeThatCouldNotBeHandedOverIsNoCode() {
        OneTimeCode code = shown().code().orElseThrow();

        engine.issuer().withdraw(binding);

        assertThat(engine.judge().judge(binding, code, Given.KEYS).verdict()).isEqualTo(OtpVerdict.EXPIRED);
    }

    @Test
    void whatIsLiveCanBeAskedWithoutSendingAnything() {
        assertThat(engine.issuer().current(binding, FactorType.EMAIL).challengeId())
                .isEmpty();
        String id = asked().outcome().challengeId();

        assertThat(engine.issuer().current(binding, FactorType.EMAIL).challengeId())
                .isEqualTo(id);
    }

    @Test
    void theDestinationIsShownMasked() {
        assertThat(shown().outcome().destination()).isEqualTo("a•••@example.test");
    }

    @Test
    void neitherTheCodeNorTheKeyIsPrinted() {
        OneTimeCode code = shown().code().orElseThrow();

        assertThat(code).hasToString("OneTimeCode[hidden]");
        assertThat(Given.KEYS.active()).hasToString("DigestKey[key of a realm's secret]");
    }

    @Test
    void theStoreNeverSeesTheCodeOrTheAddress() {
        OneTimeCode code = shown().code().orElseThrow();

        OtpChallenge stored = store.locked(
                binding.factor(), factor -> factor.challenge(binding.slot()).orElseThrow());

        assertThat(stored.newest().digest()).hasSize(64).doesNotContain(code.characters());
        assertThat(stored.toString()).doesNotContain("example.test");
    }

    private ChallengeOutcome showIn(String session) {
        return engine.issuer()
                .show(Given.binding("alice", "factor", session, "execution"), FactorType.EMAIL, Given.KEYS)
                .outcome();
    }
}
