package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Secrets;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import dev.gatehouse.server.testing.KeptLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Reads what all servers logged while all stories were told, and looks for everything that should be in no log. */
@InHouse
@Order(Integer.MAX_VALUE)
class SecretsStayOutOfLogsTest {
    @Test
    void noCodeSecretTokenOrPhoneNumberOfTheWholeRunStandsInALog(House house) throws IOException {
        Person person = house.newPerson();
        Client app = house.client("127.0.72.1");
        Answer tokens = house.login(person, "127.0.72.1");
        app.post("/mfa/setup", Map.of("type", "sms", "phone_number", "+4915123450009"), tokens.text("access_token"));
        house.inbox().codeAfter(0, "+4915123450009");
        assertThat(Secrets.count()).as("secrets to look for").isGreaterThan(4);
        assertThat(Secrets.in("a line with +4915123450009 in it"))
                .as("the search itself")
                .hasSize(1);

        List<Path> logs = new ArrayList<>(KeptLogs.all());
        assertThat(logs).as("logs of servers that single stories started").allMatch(Files::exists);
        logs.add(house.server().log());
        logs.add(house.server().output());
        for (Path log : logs) {
            String text = log.endsWith("output.log") ? withoutWelcome(log) : Files.readString(log);
            // Told without the secrets themselves: this goes to a log, too.
            assertThat(Secrets.in(text).size())
                    .as("secrets in " + log.getFileName())
                    .isZero();
        }
    }

    /** A console greets, indented, whoever tries the demonstration, whose password is no secret; the log does not. */
    private static String withoutWelcome(Path console) throws IOException {
        try (Stream<String> lines = Files.lines(console)) {
            return lines.filter(line -> !line.startsWith("  ")).collect(Collectors.joining("\n"));
        }
    }
}
