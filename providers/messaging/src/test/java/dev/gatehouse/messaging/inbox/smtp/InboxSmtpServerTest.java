package dev.gatehouse.messaging.inbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.messaging.MovableClock;
import dev.gatehouse.messaging.inbox.Inbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxSmtpServerTest {
    private final Inbox inbox = new Inbox(new MovableClock());
    private int port;
    private InboxSmtpServer server;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = InboxSmtpServer.start(inbox, port);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MimeMessage mail() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("no-reply@example.test");
        mail.setRecipient(RecipientType.TO, new InternetAddress("alice@example.test"));
        mail.setSubject("Grüße 你好", "UTF-8");
        return mail;
    }

    private static MimeBodyPart part(String content, String type) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type + "; charset=UTF-8");
        return part;
    }

    @Test
    void anEmailArrivesWithItsPlainText() throws Exception {
        MimeMessage mail = mail();
        mail.setContent(new MimeMultipart(
                "alternative", part("Ihr Code: 123456 äöü", "text/plain"), part("<b>HTML</b>", "text/html")));
        Transport.send(mail);
        assertThat(inbox.messages()).singleElement().satisfies(received -> {
            assertThat(received.to()).isEqualTo("alice@example.test");
            assertThat(received.subject()).isEqualTo("Grüße 你好");
            assertThat(received.text()).isEqualTo("Ihr Code: 123456 äöü");
            assertThat(received.code()).contains("123456");
        });
    }

    @Test
    void ofAnHtmlMailTheReadableTextArrives() throws Exception {
        MimeMessage mail = mail();
        mail.setContent(
                "<html><head><style>p{}</style></head><body><p>Fish &amp; chips</p>"
                        + "<p><a href=\"https://example.test/go?a=1&amp;b=2\">Go</a></p></body></html>",
                "text/html; charset=UTF-8");
        Transport.send(mail);
        assertThat(inbox.messages()).singleElement().satisfies(received -> {
            assertThat(received.text()).contains("Fish & chips").doesNotContain("<", "p{}");
            assertThat(received.link()).contains("https://example.test/go?a=1&b=2");
        });
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws Exception {
        // The same port is free on an address that is not ours to listen on.
        try (ServerSocket elsewhere = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(elsewhere.isBound()).isTrue();
        }
    }

    @Test
    void aTakenPortIsToldWithItsKey() {
        assertThatThrownBy(() -> InboxSmtpServer.start(inbox, port))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("gatehouse.messaging.inbox.smtp-port")
                .hasMessageContaining("port " + port + " of 127.0.0.1 is taken");
    }
}
