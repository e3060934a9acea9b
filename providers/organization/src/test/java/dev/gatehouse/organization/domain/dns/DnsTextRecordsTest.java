package dev.gatehouse.organization.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.organization.domain.DomainSettings;
import dev.gatehouse.organization.domain.TextAnswer;
import dev.gatehouse.organization.testing.TestNameServer;
import dev.gatehouse.organization.testing.TestNameServer.Trouble;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DnsTextRecordsTest {

    private static final String NAME = "_gatehouse-challenge.acme.test";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final TestNameServer server = TestNameServer.start();
    private DnsTextRecords records = records(server.address());

    @BeforeEach
    void addARecord() {
        server.addText(NAME, "right");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRecordIsFound() {
        assertThat(records.find(NAME)).isEqualTo(TextAnswer.found(java.util.List.of("right")));
    }

    @Test
    void nothingIsRememberedFromOneLookToTheNext() {
        records.find(NAME);
        server.addText(NAME, "another");
        assertThat(records.find(NAME).values()).containsExactlyInAnyOrder("right", "another");
    }

    @Test
    void aTextThatWasCutIntoStringsIsWholeAgain() {
        server.addText("cut.test", "gatehouse-", "domain-", "verification=1");
        assertThat(records.find("cut.test").values()).containsExactly("gatehouse-domain-verification=1");
    }

    @Test
    void anAliasIsFollowed() {
        server.alias("alias.test", NAME);
        assertThat(records.find("alias.test").values()).containsExactly("right");
    }

    @Test
    void aliasesInACircleLeadToNoRecord() {
        server.alias("one.test", "two.test");
        server.alias("two.test", "one.test");
        assertThat(records.find("one.test")).isEqualTo(TextAnswer.ABSENT);
    }

    @Test
    void aNameThatDoesNotExistHasNoRecord() {
        assertThat(records.find("absent.test")).isEqualTo(TextAnswer.ABSENT);
    }

    @Test
    void aNameWithoutTextsHasNoRecord() {
        server.empty("empty.test");
        assertThat(records.find("empty.test")).isEqualTo(TextAnswer.ABSENT);
    }

    @Test
    void aLongAnswerIsFetchedOverTcp() {
        server.trouble(NAME, Trouble.TRUNCATED);
        assertThat(records.find(NAME).values()).containsExactly("right");
    }

    @Test
    void aLostQuestionIsAskedAgain() {
        server.trouble(NAME, Trouble.FIRST_LOST);
        assertThat(records.find(NAME).values()).containsExactly("right");
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SILENT", "FAILING", "REFUSING", "TRUNCATED_AND_SILENT", "WRONG_ID", "GARBAGE"})
    void troubleIsNoAnswerAndIsOverInTime(Trouble trouble) {
        server.trouble(NAME, trouble);
        long start = System.nanoTime();
        assertThat(records.find(NAME)).isEqualTo(TextAnswer.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(1));
        assertThat(server.questions(NAME)).isLessThanOrEqualTo(4);
    }

    @Test
    void aSlowAnswerWithinTheTimeCounts() {
        server.delay(NAME, Duration.ofMillis(200));
        assertThat(records.find(NAME).values()).containsExactly("right");
    }

    @Test
    void anAnswerThatComesTooLateIsNone() {
        server.delay(NAME, Duration.ofSeconds(2));
        assertThat(records.find(NAME)).isEqualTo(TextAnswer.UNAVAILABLE);
    }

    @Test
    void theNextServerIsAskedWhenTheFirstFails() {
        try (TestNameServer failing = TestNameServer.start()) {
            failing.trouble(NAME, Trouble.FAILING);
            assertThat(records(failing.address() + "," + server.address())
                            .find(NAME)
                            .values())
                    .containsExactly("right");
        }
    }

    @Test
    void aServerThatIsNotThereIsNoAnswer() {
        TestNameServer gone = TestNameServer.start();
        gone.close();
        assertThat(records(gone.address()).find(NAME)).isEqualTo(TextAnswer.UNAVAILABLE);
    }

    private static DnsTextRecords records(String servers) {
        DomainSettings settings = DomainSettings.from(SettingsSource.of(
                Map.of("gatehouse.organization.dns-servers", servers, "gatehouse.organization.dns-timeout", "1s")));
        return DnsTextRecords.of(settings.nameServers(), settings.dnsTimeout());
    }
}
