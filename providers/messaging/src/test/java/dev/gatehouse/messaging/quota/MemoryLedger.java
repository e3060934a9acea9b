package dev.gatehouse.messaging.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts in memory, held to the same contract as the table. */
public final class MemoryLedger implements QuotaLedger {
    private final Clock clock;
    private final Map<String, Account> accounts = new HashMap<>();

    public MemoryLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Refusal> charge(List<Charge> charges) {
        Instant now = clock.instant();
        Optional<Refusal> refusal =
                charges.stream().flatMap(charge -> refusal(charge, now)).max(Comparator.comparing(Refusal::retryAfter));
        if (refusal.isEmpty()) {
            charges.forEach(
                    charge -> accounts.put(charge.account(), account(charge).charged(charge.quota(), now)));
        }
        return refusal;
    }

    private Stream<Refusal> refusal(Charge charge, Instant now) {
        Optional<Duration> wait = account(charge).refuses(charge.quota(), now);
        return wait.map(longest -> new Refusal(charge, longest)).stream();
    }

    private Account account(Charge charge) {
        return accounts.getOrDefault(charge.account(), new Account(0, Instant.EPOCH));
    }

    @Override
    public synchronized boolean sweep() {
        accounts.values().removeIf(account -> !clock.instant().isBefore(account.endsAt()));
        return false;
    }

    synchronized int size() {
        return accounts.size();
    }
}
