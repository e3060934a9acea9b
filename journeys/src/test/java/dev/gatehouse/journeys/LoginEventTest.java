package dev.gatehouse.journeys;

import static dev.gatehouse.events.testing.KafkaBroker.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A login is told to Kafka, whatever state Kafka is in. */
@InHouse
class LoginEventTest {
    @Test
    void aLoginIsReadFromTheBrokerWithTheUserAsItsKey(House house) {
        Person person = house.newPerson();

        house.login(person, "127.0.3.1");

        List<ConsumerRecord<String, String>> logins = loginsOf(house, person);
        assertThat(logins).singleElement().satisfies(event -> {
            assertThat(UUID.fromString(header(event, "ce_id"))).isNotNull();
            assertThat(header(event, "ce_type")).contains("login");
            assertThat(header(event, "ce_source")).contains("/realms/demo");
            assertThat(OffsetDateTime.parse(header(event, "ce_time"))).isNotNull();
            assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(event, "content-type")).startsWith("application/json");
            assertThat(event.value()).doesNotContain(person.password());
        });
    }

    @Test
    void withTheBrokerDownALoginTakesNoLongerAndItsEventArrivesOnceItIsBack(House house) {
        Person warmUp = house.newPerson();
        house.login(warmUp, "127.0.3.2");
        Person person = house.newPerson();

        house.broker().stop();
        try {
            long begun = System.nanoTime();
            house.login(person, "127.0.3.2");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("far below any of Kafka's timeouts")
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(house.management("127.0.3.2").get("/health/ready").status())
                    .as("a dead broker does not make the node unready")
                    .isEqualTo(200);
        } finally {
            house.broker().restart();
        }

        assertThat(loginsOf(house, person)).hasSize(1);
    }

    private static List<ConsumerRecord<String, String>> loginsOf(House house, Person person) {
        return house
                .broker()
                .read(
                        "gatehouse.events",
                        Duration.ofSeconds(90),
                        records -> records.stream().anyMatch(event -> isLoginOf(person, event)))
                .stream()
                .filter(event -> isLoginOf(person, event))
                .toList();
    }

    private static boolean isLoginOf(Person person, ConsumerRecord<String, String> event) {
        String type = header(event, "ce_type");
        return person.id().equals(event.key()) && type != null && type.contains(".login.");
    }
}
