package dev.gatehouse.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.Messages;
import dev.gatehouse.messaging.MovableClock;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneVerdict;
import dev.gatehouse.messaging.phone.libphonenumber.WorldNumberingPlan;
import dev.gatehouse.messaging.quota.MemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueuedTextMessagesTest {
    private static final PhoneNumber ALICES = new PhoneNumber("+4915123456789");
    private static final PhoneNumber BOBS = new PhoneNumber("+4915112345678");
    private static final Sender ALICE = new Sender("alice", "192.0.2.1");
    private static final Instant EXPIRY = Messages.NOW.plusSeconds(300);

    private final MovableClock clock = new MovableClock();
    private final MemoryLedger ledger = new MemoryLedger(clock);
    private final RecordingSmsJournal journal = new RecordingSmsJournal();
    private final List<OutgoingMessage> queued = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("gatehouse.sms.countries", "DE"));

    private TextMessages texts(GuardedGateway... gateways) {
        return texts("realm", gateways);
    }

    private TextMessages texts(String realm, GuardedGateway... gateways) {
        SmsSettings sms = SmsSettings.from(SettingsSource.of(settings));
        return new QueuedTextMessages(
                realm,
                queued::add,
                new TextService(
                        sms,
                        new WorldNumberingPlan(sms.phones()),
                        new GatewayChain(List.of(gateways), journal, clock),
                        ledger,
                        journal));
    }

    private static GuardedGateway gateway() {
        return new FakeGateway("gateway");
    }

    private static TextReceipt send(TextMessages texts, PhoneNumber to, Sender sender) {
        return texts.send(to, "Your code is 123456", sender, EXPIRY);
    }

    @Test
    void aMessageIsQueuedAsACodeAndNoGatewayIsAsked() {
        FakeGateway gateway = new FakeGateway("gateway");
        assertThat(send(texts(gateway), ALICES, ALICE)).isEqualTo(TextReceipt.queued());
        assertThat(queued)
                .containsExactly(
                        OutgoingMessage.sms("realm", "+4915123456789", "Your code is 123456", Priority.CODE, EXPIRY));
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void withoutAGatewayNothingIsOfferedAndNothingIsCharged() {
        assertThat(texts().areOffered()).isFalse();
        assertThat(send(texts(), ALICES, ALICE).status()).isEqualTo(TextReceipt.Status.UNAVAILABLE);
        settings.put("gatehouse.sms.quota.number", "1");
        assertThat(send(texts(gateway()), ALICES, ALICE).status()).isEqualTo(TextReceipt.Status.QUEUED);
        assertThat(queued).hasSize(1);
    }

    @Test
    void whileNoGatewayWorksTheCallerIsToldAtOnceAndWhenToComeBack() {
        TextMessages texts = texts(new FakeGateway("one").open(), new FakeGateway("two").open());
        assertThat(texts.areOffered()).isTrue();
        assertThat(send(texts, ALICES, ALICE)).isEqualTo(TextReceipt.unavailable(Duration.ofSeconds(30)));
        assertThat(send(texts(new FakeGateway("one").open(), gateway()), ALICES, ALICE))
                .isEqualTo(TextReceipt.queued());
    }

    @Test
    void aNumberGetsItsShareWhoeverAsks() {
        settings.put("gatehouse.sms.quota.number", "2");
        TextMessages texts = texts(gateway());
        send(texts, ALICES, ALICE);
        clock.advance(Duration.ofHours(1));
        send(texts, ALICES, new Sender("bob", "192.0.2.2"));
        assertThat(send(texts, ALICES, new Sender("carol", "192.0.2.3")))
                .isEqualTo(TextReceipt.quota(Duration.ofHours(23)));
        assertThat(queued).hasSize(2);
        assertThat(journal.limited).containsExactly(SmsScope.NUMBER);
    }

    @Test
    void aUserGetsTheirShareWhateverTheNumber() {
        settings.put("gatehouse.sms.quota.user", "1");
        TextMessages texts = texts(gateway());
        send(texts, ALICES, ALICE);
        assertThat(send(texts, BOBS, ALICE).status()).isEqualTo(TextReceipt.Status.QUOTA);
        assertThat(journal.limited).containsExactly(SmsScope.USER);
    }

    @Test
    void aNetworkGetsItsShareWhoeverIsInIt() {
        settings.put("gatehouse.sms.quota.address", "1");
        TextMessages texts = texts(gateway());
        send(texts, ALICES, new Sender("alice", "2001:db8::1"));
        assertThat(send(texts, BOBS, new Sender("bob", "2001:db8::2")).status()).isEqualTo(TextReceipt.Status.QUOTA);
        assertThat(journal.limited).containsExactly(SmsScope.ADDRESS);
    }

    @Test
    void aBlockOfNumbersGetsItsShareSoThatPumpingDoesNotPay() {
        settings.put("gatehouse.sms.quota.prefix", "3");
        TextMessages texts = texts(gateway());
        for (int number = 0; number < 10; number++) {
            send(texts, new PhoneNumber("+491512345%04d".formatted(number)), new Sender("user " + number, null));
        }
        assertThat(queued).hasSize(3);
        assertThat(send(texts, BOBS, ALICE)).isEqualTo(TextReceipt.queued());
    }

    @Test
    void aCountryGetsItsShare() {
        settings.put("gatehouse.sms.countries", "DE,AT");
        settings.put("gatehouse.sms.quota.country", "1");
        TextMessages texts = texts(gateway());
        send(texts, ALICES, ALICE);
        assertThat(send(texts, BOBS, new Sender("bob", null)).status()).isEqualTo(TextReceipt.Status.QUOTA);
        assertThat(send(texts, new PhoneNumber("+436641234567"), ALICE)).isEqualTo(TextReceipt.queued());
    }

    @Test
    void aRealmSpendsWhatItMayAndAnotherRealmItsOwn() {
        settings.put("gatehouse.sms.quota.realm", "1");
        send(texts(gateway()), ALICES, ALICE);
        assertThat(send(texts(gateway()), BOBS, new Sender("bob", null)).status())
                .isEqualTo(TextReceipt.Status.QUOTA);
        assertThat(send(texts("other", gateway()), ALICES, ALICE)).isEqualTo(TextReceipt.queued());
    }

    @Test
    void aNumberThatIsExcludedNowGetsNothing() {
        assertThat(send(texts(gateway()), new PhoneNumber("+33612345678"), ALICE))
                .isEqualTo(TextReceipt.notAllowed());
        assertThat(queued).isEmpty();
        assertThat(texts(gateway()).read("+33 6 12 34 56 78").verdict()).isEqualTo(PhoneVerdict.COUNTRY_NOT_ALLOWED);
    }

    @Test
    void aTextThatCostsTooMuchIsABrokenPromise() {
        TextMessages texts = texts(gateway());
        assertThatThrownBy(() -> texts.send(ALICES, "x".repeat(TextMessages.LONGEST_TEXT + 1), ALICE, EXPIRY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> texts.send(ALICES, " ", ALICE, EXPIRY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void switchedOffItOffersNothing() {
        assertThat(new NoTextMessages().areOffered()).isFalse();
        assertThat(send(new NoTextMessages(), ALICES, ALICE).status()).isEqualTo(TextReceipt.Status.UNAVAILABLE);
        assertThat(new NoTextMessages().read("+4915123456789").number()).isEmpty();
    }

    @Test
    void whatIsPrintedShowsNeitherTextNorNumberNorAddress() {
        assertThat(new Text(ALICES, "Your code is 123456", Duration.ZERO))
                .asString()
                .doesNotContain("123456", "15123456789");
        assertThat(ALICE).asString().doesNotContain("192.0.2.1");
    }
}
