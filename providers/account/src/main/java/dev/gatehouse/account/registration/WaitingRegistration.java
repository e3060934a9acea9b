package dev.gatehouse.account.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registration whose address nobody has verified yet. Not a user: nobody logs in with it, and it takes no name.
 *
 * @param email in lower case
 * @param source what stands for the network address that it came from, where only its sameness matters
 * @param profile what the user will have, as JSON
 * @param invitationId the invitation that it accepts
 * @param tokenDigest of the token that was mailed; none while no mail is written
 */
public record WaitingRegistration(
        String id,
        String realmId,
        String email,
        String source,
        HashedPassword password,
        String profile,
        @Nullable String invitationId,
        @Nullable String tokenDigest,
        Instant createdAt,
        Instant expiresAt) {
    /** A password as Keycloak keeps one: what it was hashed with, and the hash with its salt. */
    public record HashedPassword(String credentialData, String secretData) {
        @Override
        public String toString() {
            return "a password";
        }
    }

    @Override
    public String toString() {
        return "WaitingRegistration[id=" + id + "]";
    }
}
