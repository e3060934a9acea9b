package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.keycloak.KeycloakTextMessages;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.sms.Sender;
import dev.gatehouse.messaging.sms.TextReceipt;
import dev.gatehouse.mfa.OneTimeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** By text message, in the user's language. */
record SmsCourier(KeycloakSession session, RealmModel realm, UserModel user) implements CodeCourier {

    @Override
    public Handover take(OneTimeCode code, String destination, Instant expiresAt) {
        Sender sender =
                new Sender(user.getId(), session.getContext().getConnection().getRemoteHost());
        TextReceipt receipt =
                KeycloakTextMessages.of(session).send(new PhoneNumber(destination), text(code), sender, expiresAt);
        return switch (receipt.status()) {
            case QUEUED -> Handover.TAKEN;
            case QUOTA -> new Handover(false, receipt.retryAfter());
            case UNAVAILABLE, NOT_ALLOWED -> Handover.IMPOSSIBLE;
        };
    }

    /** The last line lets a browser fill the code in on our own page, and only there (WebOTP, origin-bound codes). */
    private String text(OneTimeCode code) {
        Locale locale = session.getContext().resolveLocale(user, Theme.Type.EMAIL);
        String realmName =
                realm.getDisplayName() == null || realm.getDisplayName().isBlank()
                        ? realm.getName()
                        : realm.getDisplayName();
        try {
            String pattern = session.theme()
                    .getTheme(Theme.Type.EMAIL)
                    .getEnhancedMessages(realm, locale)
                    .getProperty("smsOtpText");
            String host = session.getContext().getUri().getBaseUri().getHost();
            return new MessageFormat(pattern, locale).format(new Object[] {code.characters(), realmName}) + "\n\n@"
                    + host + " #" + code.characters();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
