package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.foundation.Mode;
import dev.gatehouse.messaging.Channel;
import dev.gatehouse.messaging.Dispatcher;
import dev.gatehouse.messaging.MessageJournal;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.inbox.Inbox;
import dev.gatehouse.messaging.inbox.smtp.InboxSmtpServer;
import dev.gatehouse.messaging.jpa.JpaDispatchQueue;
import dev.gatehouse.messaging.jpa.JpaQuotaLedger;
import dev.gatehouse.messaging.keycloak.jpa.SessionTransactions;
import dev.gatehouse.messaging.micrometer.MeteredJournal;
import dev.gatehouse.messaging.micrometer.MeteredSmsJournal;
import dev.gatehouse.messaging.phone.libphonenumber.WorldNumberingPlan;
import dev.gatehouse.messaging.quota.QuotaLedger;
import dev.gatehouse.messaging.sms.GatewayChain;
import dev.gatehouse.messaging.sms.GuardedGateway;
import dev.gatehouse.messaging.sms.SmsSettings;
import dev.gatehouse.messaging.sms.TextService;
import dev.gatehouse.messaging.sms.http.GatewayList;
import dev.gatehouse.messaging.sms.resilience4j.BreakerGateway;
import io.micrometer.core.instrument.Metrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSessionFactory;

/** Messaging of one server, put together: what its providers share. */
final class Messaging implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Messaging.class);

    private final MessagingSettings settings;
    private final TextService texts;
    private final Clock clock = Clock.systemUTC();
    private final MeteredJournal journal = new MeteredJournal(Metrics.globalRegistry);
    private final MeteredSmsJournal smsJournal = new MeteredSmsJournal(Metrics.globalRegistry);
    private final @Nullable Inbox inbox;
    private final Dispatcher dispatcher;
    private @Nullable InboxSmtpServer inboxServer;

    Messaging(
            MessagingSettings settings,
            SmsSettings sms,
            GatewayList gateways,
            Mode mode,
            KeycloakSessionFactory sessions) {
        this.settings = settings;
        this.inbox = mode == Mode.DEVELOPMENT ? new Inbox(clock) : null;
        SessionTransactions transactions = new SessionTransactions(sessions);
        QuotaLedger ledger = new JpaQuotaLedger(transactions, clock);
        this.texts = texts(sms, gateways, ledger);
        this.dispatcher = new Dispatcher(
                new JpaDispatchQueue(transactions, clock, settings.lease(), settings.retention()),
                Map.of(Channel.EMAIL, new SmtpCarrier(sessions, settings), Channel.SMS, texts.chain()),
                ledger,
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
        smsJournal.watch(texts.chain().gateways());
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

    TextService texts() {
        return texts;
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

    private TextService texts(SmsSettings sms, GatewayList gateways, QuotaLedger ledger) {
        List<GuardedGateway> guarded = gateways.open(Optional.ofNullable(inbox)).entrySet().stream()
                .<GuardedGateway>map(
                        gateway -> new BreakerGateway(gateway.getKey(), gateway.getValue(), sms.breaker(), clock))
                .toList();
        return new TextService(
                sms,
                new WorldNumberingPlan(sms.phones()),
                new GatewayChain(guarded, smsJournal, clock),
                ledger,
                smsJournal);
    }
}
