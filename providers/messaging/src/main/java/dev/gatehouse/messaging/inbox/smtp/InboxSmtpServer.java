package dev.gatehouse.messaging.inbox.smtp;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.inbox.Inbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Receives e-mail on the loopback address and puts it into the inbox. Sends nothing on. */
public final class InboxSmtpServer implements AutoCloseable {
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    private final SMTPServer server;

    private InboxSmtpServer(SMTPServer server) {
        this.server = server;
    }

    /**
     * @throws InvalidSetting if the port is taken
     */
    public static InboxSmtpServer start(Inbox inbox, int port) {
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Gatehouse development inbox")
                .maxMessageSize(LARGEST_MESSAGE)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .messageHandler((context, from, to, data) -> receive(inbox, to, data))
                .build();
        try {
            server.start();
        } catch (RuntimeException failure) {
            if (failure.getCause() instanceof BindException) {
                throw new InvalidSetting(
                        MessagingSettings.INBOX_SMTP_PORT,
                        "port " + port + " of 127.0.0.1 is taken; end what listens there or choose another");
            }
            throw failure;
        }
        return new InboxSmtpServer(server);
    }

    private static void receive(Inbox inbox, String to, byte[] data) throws RejectException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            String subject = message.getSubject();
            inbox.receive(Channel.EMAIL, to, subject == null ? "" : subject, MailText.of(message));
        } catch (MessagingException | IOException unreadable) {
            throw new RejectException(554, "The message cannot be read");
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
