package dev.gatehouse.messaging;

import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.messaging.quota.Quota;
import dev.gatehouse.messaging.quota.QuotaLedger;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a mailbox and a phone from being flooded, whoever asked for the messages. Codes are counted apart from the rest, so
 * that a flood of the one does not keep out the other. Asked by the dispatcher, so that no request waits for the answer.
 */
final class DestinationLimit {
    private final QuotaLedger ledger;
    private final Quota quota;

    DestinationLimit(QuotaLedger ledger, Quota quota) {
        this.ledger = ledger;
        this.quota = quota;
    }

    /** Counts a message at its first attempt. */
    boolean allows(QueuedMessage claimed) {
        OutgoingMessage message = claimed.message();
        return claimed.attempt() > 1
                || ledger.charge(List.of(Charge.of(
                                quota,
                                "destination",
                                message.priority().name(),
                                message.channel().name(),
                                message.realmId(),
                                message.destination().toLowerCase(Locale.ROOT))))
                        .isEmpty();
    }
}
