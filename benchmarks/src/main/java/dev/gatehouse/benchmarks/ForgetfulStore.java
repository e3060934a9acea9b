package dev.gatehouse.benchmarks;

import dev.gatehouse.mfa.ChallengeSlot;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.FactorLedger;
import dev.gatehouse.mfa.OtpChallenge;
import dev.gatehouse.mfa.OtpStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps one challenge and counts nothing, so that the same can be asked for ever. */
final class ForgetfulStore implements OtpStore {
    private @Nullable OtpChallenge challenge;

    void forget() {
        challenge = null;
    }

    /** Has a challenge made, unless there is one. */
    void remember(Runnable made) {
        if (challenge == null) {
            made.run();
        }
    }

    @Override
    public <T> T locked(FactorKey factor, Function<LockedFactor, T> work) {
        return work.apply(new LockedFactor() {
            @Override
            public FactorLedger ledger() {
                return FactorLedger.EMPTY;
            }

            @Override
            public void record(FactorLedger ledger) {}

            @Override
            public Optional<OtpChallenge> challenge(ChallengeSlot slot) {
                return Optional.ofNullable(challenge);
            }

            @Override
            public void save(OtpChallenge saved) {
                if (challenge == null) {
                    challenge = saved;
                }
            }

            @Override
            public void remove(OtpChallenge removed) {}
        });
    }

    @Override
    public Map<String, Instant> lastUses(String realmId, String userId) {
        return Map.of();
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        return 0;
    }

    @Override
    public void forget(String realmId, Optional<String> userId) {}
}
