package dev.gatehouse.mfa.keycloak.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mfa.device.TrustedDevice;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.credential.CredentialModel;

class DeviceCredentialTest {

    private static final TrustedDevice DEVICE = new TrustedDevice(
            "id",
            "Firefox 140, Linux, 2026-03-01",
            "digest",
            "stamp",
            Instant.parse("2026-03-01T12:00:00.123Z"),
            Instant.parse("2026-03-31T12:00:00.123Z"));

    @Test
    void whatIsRecordedIsReadAgain() {
        assertThat(DeviceCredential.read(DeviceCredential.of(DEVICE))).contains(DEVICE);
    }

    @Test
    void digestAndStampAreWhereKeycloakKeepsSecrets() {
        CredentialModel credential = DeviceCredential.of(DEVICE);

        assertThat(credential.getCredentialData()).doesNotContain("digest", "stamp");
        assertThat(credential.getSecretData()).contains("digest", "stamp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {}",
                "{\"expiresAt\":\"2999-01-01T00:00:00Z\"} | {}",
                "{\"expiresAt\":\"never\"} | {\"digest\":\"a\",\"stamp\":\"b\"}",
                "no json | no json"
            })
    void whatSomebodyWroteByHandIsNotTrusted(String data, String secret) {
        CredentialModel credential = DeviceCredential.of(DEVICE);
        credential.setCredentialData(data);
        credential.setSecretData(secret);

        assertThat(DeviceCredential.read(credential)).isEmpty();
    }
}
