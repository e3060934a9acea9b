package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer pastes what the README and the tour tell them to paste. */
@InHouse
class ReadmeTest {
    private static final Pattern CHECKED =
            Pattern.compile("<!-- checked[^>]*-->\\s*```bash\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void theLinesLogInWithTheCodeFromTheInboxAndListTheOrganization(House house)
            throws IOException, InterruptedException {
        // Bob instead of alice, whom another story sends a code to.
        assertThat(paste(house, lines(Path.of("..", "README.md")).replace("alice", "bob")))
                .contains("urn:gatehouse:problem:mfa-required")
                .containsPattern("The e-mail says \\d{6}")
                .contains("\"alias\":\"acme\"");
    }

    @Test
    void theTourGoesFromARegistrationToAnOrganizationOfTwo(House house) throws IOException, InterruptedException {
        String said;
        try {
            said = paste(house, lines(Path.of("..", "docs", "tour.md")));
        } finally {
            house.adminPut("", Map.of("registrationAllowed", false));
        }
        assertThat(said)
                .contains("\"email_verified\":true")
                .contains("\"email\":\"ben@example.test\"")
                .contains("invoice:approve")
                .contains("\"active\":true")
                .endsWith("{\"active\":false}\n");
    }

    private static String lines(Path page) throws IOException {
        String blocks = CHECKED.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(blocks).isNotEmpty();
        return blocks;
    }

    /** What a shell says to these lines, with the server's own port instead of the usual one. */
    private String paste(House house, String lines) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        Process shell = new ProcessBuilder(
                        "bash",
                        "-c",
                        lines.replace(
                                "http://localhost:8001", house.server().base().toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
