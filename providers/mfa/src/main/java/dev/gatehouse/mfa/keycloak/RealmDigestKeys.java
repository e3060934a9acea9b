package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.DigestKey;
import dev.gatehouse.mfa.DigestKeys;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Derives our keys from the realm's own HMAC keys: nothing more to configure, to back up or to rotate, and a code outlives
 * a rotation as long as the realm keeps the old key as passive.
 */
record RealmDigestKeys(KeycloakSession session, RealmModel realm) implements DigestKeys {

    @Override
    public DigestKey active() {
        return derived(session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512))
                .orElseThrow(() -> new IllegalStateException("the realm has no active HMAC key"));
    }

    @Override
    public Optional<DigestKey> byId(String id) {
        return derived(session.keys().getKey(realm, id, KeyUse.SIG, Algorithm.HS512));
    }

    private static Optional<DigestKey> derived(@Nullable KeyWrapper key) {
        return Optional.ofNullable(key).flatMap(found -> {
            SecretKey secret = found.getSecretKey();
            byte[] encoded = secret == null ? null : secret.getEncoded();
            return encoded == null ? Optional.empty() : Optional.of(DigestKey.derivedFrom(found.getKid(), encoded));
        });
    }
}
