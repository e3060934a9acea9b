package dev.gatehouse.mfa.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/**
 * The credential of a user who receives codes. It names the address or phone number that was proven; one for e-mail
 * without an address (written by hand into a realm file) means the user's own, once verified.
 */
final class SentCodeCredential extends CredentialModel {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Data(@Nullable String address) {}

    private final SentCodeKind kind;

    private SentCodeCredential(SentCodeKind kind) {
        this.kind = kind;
        setType(kind.credentialType());
    }

    /** @param label the owner's own name for it; the masked destination if there is none */
    static SentCodeCredential proven(SentCodeKind kind, String destination, @Nullable String label, long createdAt) {
        SentCodeCredential credential = new SentCodeCredential(kind);
        credential.setUserLabel(label == null || label.isBlank() ? kind.mask(destination) : label);
        credential.setCreatedDate(createdAt);
        credential.setSecretData("{}");
        try {
            credential.setCredentialData(JsonSerialization.writeValueAsString(new Data(destination)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return credential;
    }

    static SentCodeCredential from(CredentialModel stored) {
        SentCodeCredential credential = new SentCodeCredential(SentCodeKind.ofCredential(stored.getType())
                .orElseThrow(() -> new IllegalArgumentException("no code is sent for " + stored.getType())));
        credential.setId(stored.getId());
        credential.setUserLabel(stored.getUserLabel());
        credential.setCreatedDate(stored.getCreatedDate());
        credential.setCredentialData(stored.getCredentialData());
        credential.setSecretData(stored.getSecretData());
        credential.setFederationLink(stored.getFederationLink());
        return credential;
    }

    SentCodeKind kind() {
        return kind;
    }

    /** Where to send codes; empty if there is no proven destination. */
    Optional<String> destination(UserModel user) {
        return stored().or(() -> Optional.ofNullable(user.getEmail())
                .filter(email -> kind == SentCodeKind.EMAIL && user.isEmailVerified()));
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
