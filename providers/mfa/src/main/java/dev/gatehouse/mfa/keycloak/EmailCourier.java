package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.keycloak.Delivery;
import dev.gatehouse.mfa.OneTimeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** By e-mail, in the realm's theme and the user's language. */
record EmailCourier(KeycloakSession session, RealmModel realm, UserModel user, Duration codeLifetime)
        implements CodeCourier {

    private static final Logger LOG = Logger.getLogger(EmailCourier.class);

    @Override
    public Handover take(OneTimeCode code, String destination, Instant expiresAt) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("code", code.characters());
        attributes.put("minutes", codeLifetime.toMinutes());
        try {
            Delivery.during(
                    session,
                    Priority.CODE,
                    expiresAt,
                    () -> session.getProvider(EmailTemplateProvider.class)
                            .setRealm(realm)
                            .setUser(user)
                            .send("emailOtpSubject", "email-otp.ftl", attributes, destination));
            return Handover.TAKEN;
        } catch (EmailException e) {
            LOG.errorf(e, "A one-time code for user %s of realm %s could not be sent", user.getId(), realm.getName());
            return Handover.IMPOSSIBLE;
        }
    }
}
