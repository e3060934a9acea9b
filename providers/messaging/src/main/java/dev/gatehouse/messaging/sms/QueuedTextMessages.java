package dev.gatehouse.messaging.sms;

import dev.gatehouse.messaging.MessageQueue;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneReading;
import dev.gatehouse.messaging.phone.PhoneVerdict;
import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.messaging.quota.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Text messages of one realm, in one transaction: judged, charged, queued. */
public final class QueuedTextMessages implements TextMessages {
    private final String realmId;
    private final MessageQueue queue;
    private final TextService service;

    public QueuedTextMessages(String realmId, MessageQueue queue, TextService service) {
        this.realmId = realmId;
        this.queue = queue;
        this.service = service;
    }

    @Override
    public boolean areOffered() {
        return !service.chain().gateways().isEmpty();
    }

    @Override
    public PhoneReading read(String typed) {
        return service.plan().read(typed);
    }

    @Override
    public TextReceipt send(PhoneNumber to, String text, Sender sender, Instant expiresAt) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text message has 1 to " + LONGEST_TEXT + " characters");
        }
        if (service.plan().judge(to) != PhoneVerdict.ACCEPTED) {
            return TextReceipt.notAllowed();
        }
        if (!service.chain().isAvailable()) {
            return TextReceipt.unavailable(service.settings().breaker().openFor());
        }
        Map<Charge, SmsScope> charges = service.settings().quotas().charges(realmId, to, sender);
        Optional<Refusal> refusal = service.ledger().charge(List.copyOf(charges.keySet()));
        if (refusal.isPresent()) {
            service.journal()
                    .limited(Objects.requireNonNull(charges.get(refusal.get().charge())));
            return TextReceipt.quota(refusal.get().retryAfter());
        }
        queue.queue(OutgoingMessage.sms(realmId, to.e164(), text, Priority.CODE, expiresAt));
        return TextReceipt.queued();
    }
}
