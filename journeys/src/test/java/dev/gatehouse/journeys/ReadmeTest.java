package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer pastes what the README tells them to paste. */
@InHouse
class ReadmeTest {
    private static final Pattern CHECKED =
            Pattern.compile("<!-- checked[^>]*-->\\s*```bash\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theLinesLogInWithTheCodeFromTheInboxAndListTheOrganization(House house, @TempDir Path directory)
            throws IOException, InterruptedException {
        Matcher lines = CHECKED.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(lines.find()).isTrue();
        // Bob instead of alice, whom another story sends a code to; his own port instead of the usual one.
        String pasted = lines.group(1)
                .replace("http://localhost:8001", house.server().base().toString())
                .replace("alice", "bob");
        Path output = directory.resolve("output");

        Process shell = new ProcessBuilder("bash", "-c", pasted)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(said)
                .contains("urn:gatehouse:problem:mfa-required")
                .containsPattern("The e-mail says \\d{6}")
                .contains("\"alias\":\"acme\"");
    }
}
