package dev.gatehouse.mfa.keycloak.notice;

import dev.gatehouse.mfa.notice.ChangedKind;
import dev.gatehouse.mfa.notice.FactorChange;
import dev.gatehouse.mfa.notice.FactorNotice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The mail that tells of one change; it names no secret, and of a factor no more than its kind. */
record FactorNoticeMail(EmailTemplateProvider mails, RealmModel realm, UserModel user) {

    private static final Logger LOG = Logger.getLogger(FactorNoticeMail.class);
    private static final String TEMPLATE = "factor-notice.ftl";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * @param time in milliseconds
     * @param address where the owner did it from, if they did
     * @param label of the credential; only a device's is told
     */
    void send(FactorNotice notice, long time, @Nullable String address, @Nullable String label) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("noticeText", notice.change().text());
        attributes.put("noticeKind", notice.kind().text());
        attributes.put("noticeDevice", notice.kind() == ChangedKind.DEVICE && label != null ? label : "");
        attributes.put("noticeTime", TIME.format(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC)));
        attributes.put("noticeAddress", address == null ? "" : address);
        if (notice.change() == FactorChange.REMOVED_BY_ADMINISTRATOR) {
            // The request's language is the administrator's.
            attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
        }
        try {
            mails.setRealm(realm).setUser(user).send(notice.change().subject(), TEMPLATE, attributes);
        } catch (EmailException e) {
            LOG.errorf(e, "User %s of realm %s could not be told of a changed factor", user.getId(), realm.getName());
        }
    }
}
