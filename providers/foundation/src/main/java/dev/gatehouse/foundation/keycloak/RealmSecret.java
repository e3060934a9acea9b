package dev.gatehouse.foundation.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Secrets for one purpose each, derived from the realm's own HMAC key: the same on every node, never stored, and
 * changed by rotating that key in the admin console.
 */
public final class RealmSecret {
    private static final String DERIVATION = "HmacSHA256";

    private RealmSecret() {}

    /**
     * 32 bytes that are good for this purpose only.
     *
     * @param purpose unique and constant, like {@code list cursors}
     */
    public static byte[] of(KeycloakSession session, RealmModel realm, String purpose) {
        SecretKey key =
                session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey();
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(key);
            return mac.doFinal(("gatehouse " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java platform has " + DERIVATION, absent);
        }
    }
}
