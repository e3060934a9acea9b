package dev.gatehouse.messaging;

import dev.gatehouse.foundation.Worker;
import dev.gatehouse.messaging.quota.QuotaLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages out of the queue and has them carried, a few at a time.
 *
 * <p>It claims a message only when a sender is free to carry it at once, so that a lease is never spent waiting. No
 * transaction is open while a message is under way. Dispatchers on several nodes share one queue.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Duration BETWEEN_HOUSEKEEPING = Duration.ofSeconds(10);
    private static final Duration GRACE_ON_CLOSE = Duration.ofSeconds(5);

    private final DispatchQueue queue;
    private final Map<Channel, Carrier> carriers;
    private final QuotaLedger ledger;
    private final DestinationLimit limit;
    private final MessageJournal journal;
    private final MessagingSettings settings;
    private final Clock clock;
    private final RandomGenerator chance;
    private final Lanes lanes;
    private final Semaphore freeSenders;
    private final ExecutorService senders;
    private final Map<Channel, DeliveryOutcome> lastOutcomes = new ConcurrentHashMap<>();
    private Instant nextHousekeeping = Instant.MIN;
    private volatile Backlog backlog = Backlog.EMPTY;
    private volatile @Nullable Worker worker;

    /**
     * @param ledger keeps how many messages each destination got
     * @param chance for the retry schedule; thread-safe
     */
    public Dispatcher(
            DispatchQueue queue,
            Map<Channel, Carrier> carriers,
            QuotaLedger ledger,
            MessageJournal journal,
            MessagingSettings settings,
            Clock clock,
            RandomGenerator chance) {
        this.queue = queue;
        this.carriers = Map.copyOf(carriers);
        this.ledger = ledger;
        this.limit = new DestinationLimit(ledger, settings.perDestination());
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.chance = chance;
        this.lanes = new Lanes(settings.sendersPerLane());
        this.freeSenders = new Semaphore(settings.senders());
        AtomicInteger number = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(settings.senders(), task -> {
            Thread thread = new Thread(task, "gatehouse-sender-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    public void start() {
        worker = Worker.start(
                "gatehouse-dispatcher", this::step, failure -> journal.stumbled("looking for messages", failure));
    }

    /** Looks at the queue now instead of at the next poll. */
    public void wake() {
        Worker current = worker;
        if (current != null) {
            current.wake();
        }
    }

    /** How much waits, as of the last look, which is at most some seconds old. */
    public Backlog backlog() {
        return backlog;
    }

    /** How the last attempt on each channel went, on this node; a channel not tried yet is absent. */
    public Map<Channel, DeliveryOutcome> lastOutcomes() {
        Map<Channel, DeliveryOutcome> copy = new EnumMap<>(Channel.class);
        copy.putAll(lastOutcomes);
        return copy;
    }

    /** Lets what is under way end, within some seconds. What does not is claimed again when its lease has run out. */
    @Override
    public void close() {
        Worker current = worker;
        if (current != null) {
            current.close();
        }
        senders.shutdown();
        try {
            if (!senders.awaitTermination(GRACE_ON_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                senders.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration step() {
        keepHouse();
        while (freeSenders.tryAcquire()) {
            if (!carryNext()) {
                freeSenders.release();
                return settings.pollInterval();
            }
        }
        // Every sender is busy; the first that is done wakes us.
        return settings.pollInterval();
    }

    private void keepHouse() {
        Instant now = clock.instant();
        if (now.isBefore(nextHousekeeping)) {
            return;
        }
        boolean moreMessages = queue.sweep();
        boolean moreAccounts = ledger.sweep();
        backlog = queue.backlog();
        nextHousekeeping = moreMessages || moreAccounts ? now : now.plus(BETWEEN_HOUSEKEEPING);
    }

    /** Hands the next message to a free sender; false if there is none. */
    private boolean carryNext() {
        Optional<QueuedMessage> claimed = claim();
        claimed.ifPresent(message -> {
            Lane lane = message.message().lane();
            lanes.enter(lane);
            senders.execute(() -> {
                try {
                    carry(message);
                } finally {
                    lanes.leave(lane);
                    freeSenders.release();
                    wake();
                }
            });
        });
        return claimed.isPresent();
    }

    private Optional<QueuedMessage> claim() {
        try {
            return queue.claim(lanes.busy());
        } catch (RuntimeException failure) {
            freeSenders.release();
            throw failure;
        }
    }

    private void carry(QueuedMessage claimed) {
        try {
            if (claimed.message().isExpiredAt(clock.instant())) {
                giveUp(claimed, Settlement.expired());
            } else if (!settings.retry().allows(claimed.attempt())) {
                giveUp(claimed, Settlement.dead());
            } else if (!limit.allows(claimed)) {
                giveUp(claimed, Settlement.limited());
            } else {
                DeliveryOutcome outcome = attempt(claimed.message());
                lastOutcomes.put(claimed.message().channel(), outcome);
                Settlement settlement = settings.retry().settle(claimed, outcome, clock.instant(), chance);
                queue.settle(claimed, settlement);
                journal.settled(claimed, outcome, settlement);
            }
        } catch (RuntimeException failure) {
            // The lease runs out, and the message is tried again.
            journal.stumbled("settling message " + claimed.id(), failure);
        }
    }

    private void giveUp(QueuedMessage claimed, Settlement settlement) {
        queue.settle(claimed, settlement);
        journal.givenUp(claimed, settlement);
    }

    private DeliveryOutcome attempt(OutgoingMessage message) {
        Carrier carrier = carriers.get(message.channel());
        return carrier == null ? DeliveryOutcome.REFUSED : carrier.carry(message);
    }
}
