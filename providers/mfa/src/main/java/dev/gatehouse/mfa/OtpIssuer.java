package dev.gatehouse.mfa;

import dev.gatehouse.mfa.ChallengeOutcome.Status;
import dev.gatehouse.mfa.OtpChallenge.SentCode;
import dev.gatehouse.mfa.OtpStore.LockedFactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes codes: at most one live challenge for a step of a login, no more messages than a mailbox should bear, and never a
 * new code where the old one is still good.
 */
public final class OtpIssuer {

    private final OtpStore store;
    private final Clock clock;
    private final RandomGenerator random;
    private final OtpSettings settings;

    /** @param random must be cryptographically strong */
    public OtpIssuer(OtpStore store, Clock clock, RandomGenerator random, OtpSettings settings) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
    }

    /** For a page that is shown, perhaps again: sends a code only if none is live. */
    public IssuedCode show(CodeBinding binding, FactorType type, DigestKeys keys) {
        return store.locked(binding.factor(), factor -> {
            Optional<OtpChallenge> live = live(factor, binding);
            return live.isPresent()
                    ? kept(live.get(), Status.KEPT, type, binding, Duration.ZERO)
                    : send(factor, live, binding, type, keys);
        });
    }

    /** For a person who asks for a code: sends one unless the last was sent just now. */
    public IssuedCode ask(CodeBinding binding, FactorType type, DigestKeys keys) {
        return store.locked(binding.factor(), factor -> {
            Optional<OtpChallenge> live = live(factor, binding);
            Instant now = clock.instant();
            return live.filter(
                            challenge -> !challenge.resendAfter(now, settings).isZero())
                    .map(challenge -> kept(challenge, Status.COOLING_DOWN, type, binding, Duration.ZERO))
                    .orElseGet(() -> send(factor, live, binding, type, keys));
        });
    }

    /** Takes back a code that could not be handed over. */
    public void withdraw(CodeBinding binding) {
        store.locked(binding.factor(), factor -> {
            factor.challenge(binding.slot()).ifPresent(factor::remove);
            return binding;
        });
    }

    /** The live challenge of this step; without an id if there is none. Sends nothing. */
    public ChallengeOutcome current(CodeBinding binding, FactorType type) {
        return store.locked(binding.factor(), factor -> {
            Optional<OtpChallenge> live = live(factor, binding);
            Duration lockedFor = factor.ledger().lockedFor(clock.instant());
            return refused(live, lockedFor.isZero() ? Status.KEPT : Status.LOCKED, type, binding, lockedFor)
                    .outcome();
        });
    }

    private Optional<OtpChallenge> live(LockedFactor factor, CodeBinding binding) {
        return factor.challenge(binding.slot()).filter(challenge -> challenge.isLive(clock.instant()));
    }

    private IssuedCode send(
            LockedFactor factor, Optional<OtpChallenge> live, CodeBinding binding, FactorType type, DigestKeys keys) {
        Instant now = clock.instant();
        FactorLedger ledger = factor.ledger();
        if (ledger.isLocked(now)) {
            return refused(live, Status.LOCKED, type, binding, ledger.lockedFor(now));
        }
        Duration sendAfter = ledger.sendAfter(now, settings);
        if (!sendAfter.isZero()) {
            return refused(live, Status.COOLING_DOWN, type, binding, sendAfter);
        }
        OneTimeCode code = OneTimeCode.random(random, settings.codeFormat());
        SentCode sent = SentCode.of(code, binding, keys.active(), now.plus(settings.codeLifetime()));
        OtpChallenge challenge = live.map(before -> before.resent(sent, now))
                .orElseGet(() -> OtpChallenge.first(newId(), binding.slot(), sent, now));
        factor.save(challenge);
        factor.record(ledger.afterSend(now, settings));
        return new IssuedCode(
                outcome(challenge, Status.SENT, type, binding, settings.resendCooldown()),
                Optional.of(code),
                sent.expiresAt());
    }

    private IssuedCode refused(
            Optional<OtpChallenge> live, Status status, FactorType type, CodeBinding binding, Duration retryAfter) {
        return live.map(challenge -> kept(challenge, status, type, binding, retryAfter))
                .orElseGet(() -> new IssuedCode(
                        new ChallengeOutcome(
                                status, "", type, type.mask(binding.destination()), Duration.ZERO, retryAfter, 0),
                        Optional.empty(),
                        clock.instant()));
    }

    private IssuedCode kept(
            OtpChallenge challenge, Status status, FactorType type, CodeBinding binding, Duration atLeast) {
        Duration cooldown = challenge.resendAfter(clock.instant(), settings);
        Duration resendAfter = cooldown.compareTo(atLeast) < 0 ? atLeast : cooldown;
        return new IssuedCode(
                outcome(challenge, status, type, binding, resendAfter),
                Optional.empty(),
                challenge.newest().expiresAt());
    }

    private ChallengeOutcome outcome(
            OtpChallenge challenge, Status status, FactorType type, CodeBinding binding, Duration resendAfter) {
        return new ChallengeOutcome(
                status,
                challenge.id(),
                type,
                type.mask(binding.destination()),
                Duration.between(clock.instant(), challenge.newest().expiresAt()),
                resendAfter,
                challenge.attemptsLeft(settings));
    }

    private String newId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
