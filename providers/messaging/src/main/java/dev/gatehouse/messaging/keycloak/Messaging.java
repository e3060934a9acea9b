package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.foundation.Mode;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.Dispatcher;
import dev.gatehouse.messaging.MessageJournal;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.inbox.Inbox;
import dev.gatehouse.messaging.inbox.smtp.InboxSmtpServer;
import dev.gatehouse.messaging.jpa.JpaDispatchQueue;
import dev.gatehouse.messaging.keycloak.jpa.SessionTransactions;
import dev.gatehouse.messaging.micrometer.MeteredJournal;
import io.micrometer.core.instrument.Metrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSessionFactory;

/** Messaging of one server, put together: what its providers share. */
final class Messaging implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Messaging.class);

    private final MessagingSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final MeteredJournal journal = new MeteredJournal(Metrics.globalRegistry);
    private final @Nullable Inbox inbox;
    private final Dispatcher dispatcher;
    private @Nullable InboxSmtpServer inboxServer;

    Messaging(MessagingSettings settings, Mode mode, KeycloakSessionFactory sessions) {
        this.settings = settings;
        this.inbox = mode == Mode.DEVELOPMENT ? new Inbox(clock) : null;
        this.dispatcher = new Dispatcher(
                new JpaDispatchQueue(new SessionTransactions(sessions), clock, settings.lease(), settings.retention()),
                Map.of(Channel.EMAIL, new SmtpCarrier(sessions, settings), Channel.SMS, this::carryText),
                journal,
                settings,
                clock,
                new SecureRandom());
    }

    /** That of this server; empty where {@code gatehouse.messaging.enabled} is false. */
    static Optional<Messaging> of(KeycloakSessionFactory sessions) {
        return sessions.getProviderFactory(EmailSenderProvider.class, QueueingEmailSenderFactory.ID)
                        instanceof QueueingEmailSenderFactory factory
                ? factory.messaging()
                : Optional.empty();
    }

    /** Begins to receive (in development) and to send. A port that is taken stops the server. */
    void start() {
        if (inbox != null) {
            inboxServer = InboxSmtpServer.start(inbox, settings.inboxSmtpPort());
            LOG.infof("Development inbox: page /dev/inbox, SMTP on 127.0.0.1:%d", settings.inboxSmtpPort());
        }
        journal.watch(dispatcher::backlog);
        dispatcher.start();
    }

    MessagingSettings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    MessageJournal journal() {
        return journal;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Only in development. */
    Optional<Inbox> inbox() {
        return Optional.ofNullable(inbox);
    }

    @Override
    public void close() {
        dispatcher.close();
        if (inboxServer != null) {
            inboxServer.close();
        }
    }

    private DeliveryOutcome carryText(OutgoingMessage message) {
        if (inbox == null) {
            LOG.warn("There is no SMS gateway: text messages are not sent");
            return DeliveryOutcome.REFUSED;
        }
        return inbox.send(message.destination(), Objects.requireNonNull(message.text()));
    }
}
