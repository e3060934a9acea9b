package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.device.DeviceKey;
import dev.gatehouse.mfa.device.DeviceKeys;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.RealmModel;

/** Derives the keys from the realm's own HMAC keys: nothing more to configure, to back up or to rotate. */
record RealmDeviceKeys(KeyManager keys, RealmModel realm) implements DeviceKeys {

    @Override
    public DeviceKey active() {
        return derived(keys.getActiveKey(realm, KeyUse.SIG, Algorithm.HS512))
                .orElseThrow(() -> new IllegalStateException("the realm has no active HMAC key"));
    }

    @Override
    public Optional<DeviceKey> byId(String id) {
        return derived(keys.getKey(realm, id, KeyUse.SIG, Algorithm.HS512));
    }

    private static Optional<DeviceKey> derived(@Nullable KeyWrapper key) {
        SecretKey secret = key == null ? null : key.getSecretKey();
        byte[] encoded = secret == null ? null : secret.getEncoded();
        return key == null || encoded == null
                ? Optional.empty()
                : Optional.of(DeviceKey.derivedFrom(key.getKid(), encoded));
    }
}
