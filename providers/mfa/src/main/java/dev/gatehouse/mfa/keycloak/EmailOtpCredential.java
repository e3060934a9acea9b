package dev.gatehouse.mfa.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.mfa.MaskedAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/**
 * The credential of a user who receives codes by e-mail. It names the address that was proven; one without an address
 * (written by hand into a realm file) means the user's own, once verified.
 */
public final class EmailOtpCredential extends CredentialModel {

    public static final String TYPE = "email-otp";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Data(@Nullable String address) {}

    private EmailOtpCredential() {}

    static EmailOtpCredential forAddress(String address, long createdAt) {
        EmailOtpCredential credential = new EmailOtpCredential();
        credential.setType(TYPE);
        credential.setUserLabel(MaskedAddress.of(address));
        credential.setCreatedDate(createdAt);
        credential.setSecretData("{}");
        try {
            credential.setCredentialData(JsonSerialization.writeValueAsString(new Data(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return credential;
    }

    static EmailOtpCredential from(CredentialModel stored) {
        EmailOtpCredential credential = new EmailOtpCredential();
        credential.setId(stored.getId());
        credential.setType(stored.getType());
        credential.setUserLabel(stored.getUserLabel());
        credential.setCreatedDate(stored.getCreatedDate());
        credential.setCredentialData(stored.getCredentialData());
        credential.setSecretData(stored.getSecretData());
        credential.setFederationLink(stored.getFederationLink());
        return credential;
    }

    /** Where to send codes; empty if there is no proven address. */
    Optional<String> address(UserModel user) {
        return stored().or(() -> Optional.ofNullable(user.getEmail()).filter(email -> user.isEmailVerified()));
    }

    private Optional<String> stored() {
        String data = getCredentialData();
        if (data == null || data.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    JsonSerialization.readValue(data, Data.class).address());
        } catch (IOException e) {
            throw new UncheckedIOException("credential " + getId() + " is unreadable", e);
        }
    }
}
