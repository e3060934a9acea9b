package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.keycloak.KeycloakMessageQueue;
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
        KeycloakMessageQueue.of(session)
                .queue(OutgoingMessage.sms(realm.getId(), destination, text(code), Priority.CODE, expiresAt));
        return Handover.TAKEN;
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
