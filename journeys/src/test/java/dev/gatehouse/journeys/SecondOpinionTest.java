package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two programs that know nothing of us show the same codes for a secret of ours, and the server takes them. */
@InHouse
class SecondOpinionTest {
    @Test
    void oathtoolShowsTheCodeThatTheServerTakes(House house) throws IOException, InterruptedException {
        assumeTrue(isOnThePath("oathtool"), "no oathtool: install it for a second opinion on authenticator codes");
        Person person = house.newPerson();
        Client app = house.client("127.0.73.1");
        String token = house.login(person, "127.0.73.1").text("access_token");
        Answer setup = app.post("/mfa/setup", Map.of("type", "totp"), token);
        String secret = setup.text("secret");
        Instant now = Instant.now();

        String shown = oathtool(secret, now);

        assertThat(shown).isEqualTo(new Authenticator(secret).codeAt(now));
        Answer active = app.post("/mfa/verify", Map.of("method_id", setup.text("method_id"), "code", shown), token);
        assertThat(active.status()).as(active.body()).isEqualTo(200);
    }

    /** The secret goes in by the standard input, so that it stands in no list of processes. */
    private static String oathtool(String secret, Instant now) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("oathtool", "--totp", "--base32", "--now", "@" + now.getEpochSecond(), "-")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write((secret + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean isOnThePath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
