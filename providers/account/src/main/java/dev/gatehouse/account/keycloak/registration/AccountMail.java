package dev.gatehouse.account.keycloak.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Writes to an address, in the language of its owner as far as it is known; the mail leaves after the commit. */
final class AccountMail {
    private static final Logger LOG = Logger.getLogger(AccountMail.class);
    private static final String TEMPLATE = "account-mail.ftl";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Duration IN_HOURS_FROM = Duration.ofHours(2);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    AccountMail(KeycloakSession session, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.clock = clock;
    }

    /** The language that this user chose, or else that one. */
    static @Nullable String language(UserModel user, @Nullable String otherwise) {
        String chosen = user.getFirstAttribute(UserModel.LOCALE);
        return chosen == null || chosen.isBlank() ? otherwise : chosen;
    }

    /** A letter with a link that is good for so long. */
    void send(Letter letter, String address, @Nullable String language, String link, Duration life) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("mailLink", link);
        boolean inHours = life.compareTo(IN_HOURS_FROM) >= 0;
        attributes.put("mailHours", inHours);
        attributes.put("mailGoodFor", inHours ? life.toHours() : Math.max(1, life.toMinutes()));
        write(letter, address, language, attributes);
    }

    /** A letter that tells of something done just now. */
    void tell(Letter letter, String address, @Nullable String language, String ipAddress) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("mailTime", TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        attributes.put("mailFrom", ipAddress);
        write(letter, address, language, attributes);
    }

    private void write(Letter letter, String address, @Nullable String language, Map<String, Object> attributes) {
        attributes.put("mailText", letter.text());
        attributes.put("mailButton", letter.button());
        attributes.put("mailEnd", letter.end());
        attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, language != null);
        UserModel reader = new InMemoryUserAdapter(session, realm, "reader");
        reader.setEmail(address);
        if (language != null) {
            reader.setSingleAttribute(UserModel.LOCALE, language);
        }
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(reader)
                    .send(letter.subject(), TEMPLATE, attributes);
        } catch (EmailException undeliverable) {
            LOG.errorf(undeliverable, "A mail (%s) of realm %s could not be written", letter, realm.getName());
        }
    }
}
