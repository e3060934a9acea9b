package dev.gatehouse.messaging.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.smtp.SmtpConfig;
import dev.gatehouse.messaging.smtp.SmtpFailure;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keycloak.email.DefaultEmailAuthenticator;
import org.keycloak.email.DefaultEmailSenderProvider;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailException;

/** What Keycloak's own sender does with the settings that the queue gives it, against servers that talk. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KeycloakSenderTest {
    private static final MessagingSettings SETTINGS = MessagingSettings.from(SettingsSource.of(
            Map.of("gatehouse.messaging.connect-timeout", "300ms", "gatehouse.messaging.read-timeout", "300ms")));

    // The session is asked for trust store, vault and tokens only: not for a plain connection.
    @SuppressWarnings("NullAway")
    private final DefaultEmailSenderProvider sender = new DefaultEmailSenderProvider(
            null, Map.of(EmailAuthenticator.AuthenticatorType.NONE, new DefaultEmailAuthenticator()));

    private void send(int port) throws EmailException {
        Map<String, String> realms = Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(port),
                "from", "no-reply@example.test",
                "timeout", "600000",
                "connectionTimeout", "600000",
                "debug", "true");
        sender.send(SmtpConfig.bounded(realms, SETTINGS), "alice@example.test", "Grüße", "Ihr Code", "<p>Ihr Code</p>");
    }

    /** Greets if {@code greeting} is there, answers every command with 250 but {@code RCPT TO} with {@code recipient}. */
    private static ServerSocket server(String greeting, String recipient) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                if (greeting.isEmpty()) {
                    client.getInputStream().readAllBytes();
                    return;
                }
                write(client, greeting);
                java.io.BufferedReader lines = new java.io.BufferedReader(
                        new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    write(client, line.startsWith("RCPT") ? recipient : "250 fine");
                }
            } catch (IOException over) {
                // the test closed the server
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void write(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aRealServerGetsTheMessage() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            send(greenMail.getSmtp().getPort());
            assertThat(greenMail.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Grüße");
                assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("alice@example.test"));
                assertThat(GreenMailUtil.getBody(mail)).contains("Ihr Code", "text/html");
            });
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpWithinTheTimeout() throws Exception {
        try (ServerSocket hanging = server("", "")) {
            long began = System.nanoTime();
            Throwable failure = catchThrowable(() -> send(hanging.getLocalPort()));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(SmtpFailure.of(failure).outcome()).isEqualTo(DeliveryOutcome.FAILED);
            assertThat(SmtpFailure.of(failure)).asString().contains("SocketTimeoutException");
        }
    }

    @Test
    void aServerThatIsDownMayComeBack() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(SmtpFailure.of(catchThrowable(() -> send(free))).outcome()).isEqualTo(DeliveryOutcome.FAILED);
    }

    @Test
    void aRefusedRecipientIsFinalAndNotNamed() throws Exception {
        try (ServerSocket server = server("220 hello", "550 5.1.1 <alice@example.test> unknown")) {
            SmtpFailure failure = SmtpFailure.of(catchThrowable(() -> send(server.getLocalPort())));
            assertThat(failure.outcome()).isEqualTo(DeliveryOutcome.REFUSED);
            assertThat(failure.toString()).contains("550").doesNotContain("alice");
        }
    }

    @Test
    void aRecipientThatIsRefusedForNowIsTriedAgain() throws Exception {
        try (ServerSocket server = server("220 hello", "450 4.2.0 greylisted")) {
            SmtpFailure failure = SmtpFailure.of(catchThrowable(() -> send(server.getLocalPort())));
            assertThat(failure.outcome()).isEqualTo(DeliveryOutcome.FAILED);
            assertThat(failure.toString()).contains("450");
        }
    }

    @Test
    void aServerThatRefusesToTalkIsTriedAgain() throws Exception {
        try (ServerSocket server = server("554 go away", "")) {
            assertThat(SmtpFailure.of(catchThrowable(() -> send(server.getLocalPort())))
                            .outcome())
                    .isEqualTo(DeliveryOutcome.FAILED);
        }
    }

    @Test
    void withoutASenderAddressKeycloaksErrorStays() {
        assertThatThrownBy(() -> sender.validate(Map.of())).isInstanceOf(EmailException.class);
    }
}
