package dev.gatehouse.messaging.inbox;

import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.Text;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last messages in memory, and is the gateway that text messages arrive through. Thread-safe. */
public final class Inbox implements SmsGateway {
    /** More than a tester looks at, little enough for memory. */
    public static final int CAPACITY = 200;

    private final Clock clock;
    private final Deque<ReceivedMessage> messages = new ArrayDeque<>();
    private long received;

    public Inbox(Clock clock) {
        this.clock = clock;
    }

    public synchronized void receive(Channel channel, String to, String subject, String text) {
        received++;
        messages.addFirst(new ReceivedMessage(received, channel, to, subject, text, clock.instant()));
        if (messages.size() > CAPACITY) {
            messages.removeLast();
        }
    }

    @Override
    public GatewayAnswer send(Text text) {
        receive(Channel.SMS, text.to().e164(), "", text.body());
        return GatewayAnswer.accepted();
    }

    /** Newest first. */
    public synchronized List<ReceivedMessage> messages() {
        return List.copyOf(messages);
    }

    /** Those to this e-mail address or phone number, newest first. */
    public List<ReceivedMessage> messagesTo(String recipient) {
        return messages().stream().filter(message -> message.isFor(recipient)).toList();
    }
}
