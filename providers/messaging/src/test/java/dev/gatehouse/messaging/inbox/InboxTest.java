package dev.gatehouse.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.MovableClock;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.Text;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox(new MovableClock());

    @Test
    void theNewestMessageIsFirst() {
        inbox.receive(Channel.EMAIL, "a@example.test", "first", "text");
        inbox.receive(Channel.EMAIL, "a@example.test", "second", "text");
        assertThat(inbox.messages()).extracting(ReceivedMessage::subject).containsExactly("second", "first");
    }

    @Test
    void onlyTheLastMessagesAreKept() {
        for (int number = 1; number <= Inbox.CAPACITY + 5; number++) {
            inbox.receive(Channel.EMAIL, "a@example.test", "message " + number, "text");
        }
        assertThat(inbox.messages()).hasSize(Inbox.CAPACITY);
        assertThat(inbox.messages().get(Inbox.CAPACITY - 1).subject()).isEqualTo("message 6");
    }

    @Test
    void aTextMessageArrives() {
        assertThat(inbox.send(new Text(new PhoneNumber("+4930123456"), "Your code is 123456", Duration.ofMinutes(5))))
                .isEqualTo(GatewayAnswer.accepted());
        assertThat(inbox.messagesTo("+4930123456"))
                .singleElement()
                .satisfies(message -> assertThat(message.code()).contains("123456"));
        assertThat(inbox.messagesTo("+4930999999")).isEmpty();
    }
}
