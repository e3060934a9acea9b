package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;

/**
 * Puts the e-mails of realms that turned Gatehouse on into the queue. Whatever Keycloak would refuse at once (no SMTP
 * server, an address that is none), and whatever must be tried at once (the admin console's connection test), goes
 * Keycloak's own way.
 */
final class QueueingEmailSender implements EmailSenderProvider {
    private final KeycloakSession session;
    private final EmailSenderProvider direct;
    private final Messaging messaging;

    QueueingEmailSender(KeycloakSession session, EmailSenderProvider direct, Messaging messaging) {
        this.session = session;
        this.direct = direct;
        this.messaging = messaging;
    }

    @Override
    public void send(Map<String, String> config, UserModel user, String subject, String text, String html)
            throws EmailException {
        if (user.getEmail() == null) {
            direct.send(config, user, subject, text, html);
        } else {
            send(config, user.getEmail(), subject, text, html);
        }
    }

    @Override
    public void send(
            Map<String, String> config, String address, String subject, @Nullable String text, @Nullable String html)
            throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        if (!EnabledRealm.isEnabled(realm)
                || !isOwnServer(realm, config)
                || !isAddress(address, config)
                || ConnectionTest.isRunning(session)) {
            direct.send(config, address, subject, text, html);
            return;
        }
        direct.validate(config);
        Delivery delivery = Delivery.of(session);
        if (delivery == null) {
            delivery = new Delivery(
                    Priority.NORMAL,
                    messaging.clock().instant().plus(messaging.settings().lifetime()));
        }
        new KeycloakMessageQueue(session, messaging)
                .queue(OutgoingMessage.email(
                        realm.getId(), address, subject, text, html, delivery.priority(), delivery.expiresAt()));
    }

    private static boolean isOwnServer(RealmModel realm, Map<String, String> config) {
        return !config.isEmpty() && config.equals(realm.getSmtpConfig());
    }

    /** The rule that Keycloak's sender applies before it connects. */
    private static boolean isAddress(String address, Map<String, String> config) {
        if (!EmailValidationUtil.isValidEmail(address)) {
            return false;
        }
        if ("true".equals(config.get(CONFIG_ALLOW_UTF8))) {
            return true;
        }
        String ascii = SMTPUtil.convertIDNEmailAddress(address);
        return ascii != null && ascii.chars().allMatch(character -> character < 128);
    }

    @Override
    public void validate(Map<String, String> config) throws EmailException {
        direct.validate(config);
    }

    @Override
    public void close() {}
}
