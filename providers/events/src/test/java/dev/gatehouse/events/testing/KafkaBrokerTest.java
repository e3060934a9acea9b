package dev.gatehouse.events.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaBrokerTest {

    @Test
    void aBrokerThatComesBackHasItsRecords() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start()) {
            send(broker, "before");
            broker.stop();
            broker.restart();
            send(broker, "after");

            assertThat(broker.read("letters", Duration.ofSeconds(30), records -> records.size() == 2))
                    .extracting(record -> record.value())
                    .containsExactly("before", "after");
        }
    }

    private static void send(KafkaBroker broker, String letter) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("letters", "anna", letter)).get();
        }
    }
}
