package dev.gatehouse.mfa;

import dev.gatehouse.mfa.OtpStore.LockedFactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Judges typed codes. However many threads and nodes guess at once, no more guesses are compared than the settings allow,
 * a code is accepted once, and each wrong one counts against the factor until a right one comes.
 */
public final class OtpJudge {

    private final OtpStore store;
    private final Clock clock;
    private final OtpSettings settings;

    public OtpJudge(OtpStore store, Clock clock, OtpSettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    /** Judges a code that {@link OtpIssuer} made for this binding. */
    public VerificationOutcome judge(CodeBinding binding, OneTimeCode typed, DigestKeys keys) {
        return store.locked(binding.factor(), factor -> {
            Instant now = clock.instant();
            FactorLedger ledger = factor.ledger();
            if (ledger.isLocked(now)) {
                return VerificationOutcome.locked(ledger.lockedFor(now));
            }
            Optional<OtpChallenge> found = factor.challenge(binding.slot());
            if (found.isEmpty()) {
                return VerificationOutcome.of(OtpVerdict.EXPIRED);
            }
            OtpChallenge challenge = found.get();
            OtpVerdict verdict = challenge.judge(binding, typed, keys, now, settings);
            switch (verdict) {
                case ACCEPTED -> {
                    factor.remove(challenge);
                    factor.record(ledger.afterSuccess(now));
                    return VerificationOutcome.of(verdict);
                }
                case WRONG -> {
                    OtpChallenge tried = challenge.afterFailure();
                    factor.save(tried);
                    return failed(factor, verdict, tried.attemptsLeft(settings), now);
                }
                case EXHAUSTED -> {
                    factor.remove(challenge);
                    return failed(factor, verdict, 0, now);
                }
                case EXPIRED, LOCKED -> {
                    factor.remove(challenge);
                    return VerificationOutcome.of(OtpVerdict.EXPIRED);
                }
            }
            throw new IllegalStateException("unknown verdict " + verdict);
        });
    }

    /**
     * Judges a code that the factor makes itself (an authenticator app, backup codes), under the same count of failures.
     *
     * @param isRight compares and consumes the code; called at most once, not at all while the factor rests
     */
    public VerificationOutcome judge(FactorKey key, BooleanSupplier isRight) {
        return store.locked(key, factor -> {
            Instant now = clock.instant();
            FactorLedger ledger = factor.ledger();
            if (ledger.isLocked(now)) {
                return VerificationOutcome.locked(ledger.lockedFor(now));
            }
            if (isRight.getAsBoolean()) {
                factor.record(ledger.afterSuccess(now));
                return VerificationOutcome.of(OtpVerdict.ACCEPTED);
            }
            int attemptsLeft = Math.max(0, settings.attempts() - ledger.failures() - 1);
            return failed(factor, attemptsLeft > 0 ? OtpVerdict.WRONG : OtpVerdict.EXHAUSTED, attemptsLeft, now);
        });
    }

    /** When a right code of each of a user's factors came last, by the factor's id; those never used are missing. */
    public Map<String, Instant> lastUses(String realmId, String userId) {
        return store.lastUses(realmId, userId);
    }

    /** How long the factor still rests; zero if codes are judged. */
    public Duration lockedFor(FactorKey key) {
        return store.locked(key, factor -> factor.ledger().lockedFor(clock.instant()));
    }

    private VerificationOutcome failed(LockedFactor factor, OtpVerdict verdict, int attemptsLeft, Instant now) {
        FactorLedger ledger = factor.ledger().afterFailure(now, settings);
        factor.record(ledger);
        return new VerificationOutcome(verdict, attemptsLeft, ledger.lockedFor(now));
    }
}
