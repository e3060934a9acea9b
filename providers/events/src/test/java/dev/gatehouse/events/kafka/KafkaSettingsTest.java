package dev.gatehouse.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {
    private static final String SERVERS = "gatehouse.events.kafka.bootstrap-servers";

    private static KafkaSettings with(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(SERVERS, "kafka-1:9092, [::1]:9092"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return KafkaSettings.from(SettingsSource.of(settings)).orElseThrow();
    }

    @Test
    void withNothingSetThereIsNoKafka() {
        assertThat(KafkaSettings.from(SettingsSource.of(Map.of()))).isEmpty();
    }

    @Test
    void theDefaultsAreThese() {
        assertThat(with()).isEqualTo(new KafkaSettings("kafka-1:9092,[::1]:9092", "gatehouse.events", Map.of()));
    }

    @Test
    void kafkasOwnSettingsAreHandedOn() {
        KafkaSettings settings = with(
                "gatehouse.events.kafka.producer.security.protocol", "SASL_SSL",
                "gatehouse.events.kafka.producer.linger.ms", "7");

        assertThat(KafkaEventPublisher.properties(settings))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("linger.ms", "7")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true");
    }

    @Test
    void keysOfTheEnvironmentAreUnderstood() {
        assertThat(with("GATEHOUSE_EVENTS_KAFKA_PRODUCER_SASL_MECHANISM", "PLAIN", "GATEHOUSE_EVENTS_ENABLED", "true"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.events.kafka.bootstrap-servers, kafka",
        "gatehouse.events.kafka.bootstrap-servers, 'kafka:9092,'",
        "gatehouse.events.kafka.bootstrap-servers, 'kafka:9092,,other:9092'",
        "gatehouse.events.kafka.bootstrap-servers, kafka:0",
        "gatehouse.events.kafka.bootstrap-servers, kafka:65536",
        "gatehouse.events.kafka.bootstrap-servers, http://kafka:9092",
        "gatehouse.events.kafka.topic, our events",
        "gatehouse.events.kafka.topic, ..",
        "gatehouse.events.kafka.producer.acks, 0",
        "gatehouse.events.kafka.producer.compression.type, zstd",
        "gatehouse.events.kafka.producer.sasl.mechanizm, PLAIN",
        "gatehouse.events.kafka.bootstrap-server, kafka:9092",
        "GATEHOUSE_EVENTS_KAFKA_TOPICS, x"
    })
    void aWrongSettingIsNamed(String key, String value) {
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOfSatisfying(
                        InvalidSetting.class,
                        invalid -> assertThat(invalid.key()).isEqualTo(key));
    }

    @Test
    void whatKafkasClientCannotWorkWithStopsTheStartToo() {
        assertThatThrownBy(() -> KafkaEventPublisher.connect(with(
                        "gatehouse.events.kafka.producer.security.protocol",
                        "SSL",
                        "gatehouse.events.kafka.producer.ssl.truststore.location",
                        "/nowhere/trust.jks")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gatehouse.events.kafka.producer.")
                .hasMessageContaining("/nowhere/trust.jks");
        assertThatThrownBy(() -> KafkaEventPublisher.connect(with("gatehouse.events.kafka.producer.linger.ms", "soon")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("linger.ms");
    }

    @Test
    void aPasswordIsNotShown() {
        assertThat(with("gatehouse.events.kafka.producer.sasl.jaas.config", "password=\"s3cret\""))
                .asString()
                .doesNotContain("s3cret");
        assertThatThrownBy(() -> KafkaEventPublisher.connect(with(
                        "gatehouse.events.kafka.producer.security.protocol", "SASL_PLAINTEXT",
                        "gatehouse.events.kafka.producer.sasl.mechanism", "PLAIN",
                        "gatehouse.events.kafka.producer.sasl.jaas.config", "no module password=\"s3cret\"")))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void anUnknownHostDoesNotStopTheStart() {
        KafkaEventPublisher.connect(with(SERVERS, "no-such-host.invalid:9092")).close();
    }
}
