package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.Carrier;
import dev.gatehouse.messaging.DeliveryOutcome;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.smtp.SmtpConfig;
import dev.gatehouse.messaging.smtp.SmtpFailure;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Has Keycloak's own sender carry e-mails to the SMTP server that the realm has now, with our timeouts.
 *
 * <p>The realm is read in a transaction that is over before the server is spoken to: a slow server holds no database
 * connection.
 */
final class SmtpCarrier implements Carrier {
    private static final Logger LOG = Logger.getLogger(SmtpCarrier.class);

    private final KeycloakSessionFactory sessions;
    private final MessagingSettings settings;
    private final QuietSenderLog keycloaksLog = QuietSenderLog.install();

    SmtpCarrier(KeycloakSessionFactory sessions, MessagingSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public DeliveryOutcome carry(OutgoingMessage message) {
        try {
            Route route = route(message.realmId());
            if (route == null) {
                LOG.warnf("Realm %s is gone, and its messages with it", message.realmId());
                return DeliveryOutcome.REFUSED;
            }
            send(message, route);
            return DeliveryOutcome.ACCEPTED;
        } catch (EmailException | RuntimeException failure) {
            SmtpFailure reason = SmtpFailure.of(failure);
            LOG.warnf("The SMTP server of realm %s did not take a message: %s", message.realmId(), reason);
            return reason.outcome();
        }
    }

    private record Route(RealmModel realm, Map<String, String> smtp) {}

    private @Nullable Route route(String realmId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            return realm == null ? null : new Route(realm, SmtpConfig.bounded(realm.getSmtpConfig(), settings));
        });
    }

    private void send(OutgoingMessage message, Route route) throws EmailException {
        // No transaction is begun in this session. It is there for the vault, the trust store and the token client that
        // the sender asks it for, and which ask it for its realm.
        try (KeycloakSession session = sessions.create()) {
            session.getContext().setRealm(route.realm());
            EmailSenderProvider direct =
                    session.getProvider(EmailSenderProvider.class, QueueingEmailSenderFactory.DIRECT);
            keycloaksLog.silence(() -> direct.send(
                    route.smtp(), message.destination(), message.subject(), message.text(), message.html()));
        }
    }
}
