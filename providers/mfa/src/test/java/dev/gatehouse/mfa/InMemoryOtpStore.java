package dev.gatehouse.mfa;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The port's promises with one big lock and without rollback of what a throwing work wrote. */
final class InMemoryOtpStore implements OtpStore {

    private final Map<FactorKey, FactorLedger> ledgers = new HashMap<>();
    private final Map<ChallengeSlot, OtpChallenge> challenges = new HashMap<>();

    @Override
    public synchronized <T> T locked(FactorKey key, Function<LockedFactor, T> work) {
        Map<FactorKey, FactorLedger> ledgersBefore = new HashMap<>(ledgers);
        Map<ChallengeSlot, OtpChallenge> challengesBefore = new HashMap<>(challenges);
        boolean done = false;
        try {
            ledgers.putIfAbsent(key, FactorLedger.EMPTY);
            T result = work.apply(new Locked(key));
            done = true;
            return result;
        } finally {
            if (!done) {
                ledgers.clear();
                ledgers.putAll(ledgersBefore);
                challenges.clear();
                challenges.putAll(challengesBefore);
            }
        }
    }

    @Override
    public synchronized Map<String, Instant> lastUses(String realmId, String userId) {
        Map<String, Instant> uses = new HashMap<>();
        ledgers.forEach((key, ledger) -> {
            if (owns(realmId, Optional.of(userId), key) && ledger.lastUsedAt().isAfter(Instant.EPOCH)) {
                uses.put(key.factorId(), ledger.lastUsedAt());
            }
        });
        return uses;
    }

    @Override
    public synchronized int purge(Instant endedBefore, int limit) {
        var ended = challenges.values().stream()
                .filter(challenge -> challenge.newest().expiresAt().isBefore(endedBefore))
                .map(OtpChallenge::slot)
                .limit(limit)
                .toList();
        var idle = ledgers.entrySet().stream()
                .filter(entry -> entry.getValue().failures() == 0
                        && entry.getValue().lastUsedAt().equals(Instant.EPOCH)
                        && entry.getValue().sendsSince().isBefore(endedBefore))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        ended.forEach(challenges::remove);
        idle.forEach(ledgers::remove);
        return ended.size() + idle.size();
    }

    @Override
    public synchronized void forget(String realmId, Optional<String> userId) {
        challenges.keySet().removeIf(slot -> owns(realmId, userId, slot.factor()));
        ledgers.keySet().removeIf(key -> owns(realmId, userId, key));
    }

    private static boolean owns(String realmId, Optional<String> userId, FactorKey key) {
        return key.realmId().equals(realmId) && userId.map(key.userId()::equals).orElse(true);
    }

    private final class Locked implements LockedFactor {

        private final FactorKey key;

        Locked(FactorKey key) {
            this.key = key;
        }

        @Override
        public FactorLedger ledger() {
            return ledgers.getOrDefault(key, FactorLedger.EMPTY);
        }

        @Override
        public void record(FactorLedger ledger) {
            ledgers.put(key, ledger);
        }

        @Override
        public Optional<OtpChallenge> challenge(ChallengeSlot slot) {
            return Optional.ofNullable(challenges.get(slot));
        }

        @Override
        public void save(OtpChallenge challenge) {
            challenges.put(challenge.slot(), challenge);
        }

        @Override
        public void remove(OtpChallenge challenge) {
            challenges.remove(challenge.slot());
        }
    }
}
