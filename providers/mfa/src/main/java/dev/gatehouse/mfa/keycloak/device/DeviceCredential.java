package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.device.TrustedDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/** A trusted device as one of its owner's credentials, which Keycloak lists, exports and removes with the others. */
public final class DeviceCredential {

    public static final String TYPE = "trusted-device";

    private static final Logger LOG = Logger.getLogger(DeviceCredential.class);

    private record Secret(@Nullable String digest, @Nullable String stamp) {}

    private record Data(@Nullable String expiresAt) {}

    private DeviceCredential() {}

    static CredentialModel of(TrustedDevice device) {
        CredentialModel credential = new CredentialModel();
        credential.setId(device.id());
        credential.setType(TYPE);
        credential.setUserLabel(device.name());
        credential.setCreatedDate(device.createdAt().toEpochMilli());
        credential.setSecretData(json(new Secret(device.secretDigest(), device.stamp())));
        credential.setCredentialData(json(new Data(device.expiresAt().toString())));
        return credential;
    }

    /** Empty for a record that somebody has written by hand and that says too little. */
    static Optional<TrustedDevice> read(CredentialModel credential) {
        try {
            Secret secret = JsonSerialization.readValue(credential.getSecretData(), Secret.class);
            Data data = JsonSerialization.readValue(credential.getCredentialData(), Data.class);
            return Optional.of(new TrustedDevice(
                    credential.getId(),
                    Objects.requireNonNullElse(credential.getUserLabel(), ""),
                    Objects.requireNonNull(secret.digest()),
                    Objects.requireNonNull(secret.stamp()),
                    Instant.ofEpochMilli(credential.getCreatedDate()),
                    Instant.parse(Objects.requireNonNull(data.expiresAt()))));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warnf("Trusted device %s is unreadable, and so not trusted", credential.getId());
            return Optional.empty();
        }
    }

    private static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
