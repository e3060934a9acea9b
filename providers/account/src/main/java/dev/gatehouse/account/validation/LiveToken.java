package dev.gatehouse.account.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token that is good at this moment: signed by the realm, not expired nor revoked, of an enabled client and
 * user, and of a session that is alive. In the terms of RFC 7662.
 *
 * @param subject the user's id
 * @param clientId whom the token was issued for
 * @param audience the {@code aud} claim, empty if the token has none
 * @param expiresAt seconds since 1970
 * @param issuedAt seconds since 1970
 * @param tokenType {@code Bearer} or {@code DPoP}
 * @param confirmation the key or certificate that the token is bound to (RFC 7800), empty if it is bound to none
 * @param authenticationMethods the {@code amr} claim, empty if the token has none
 * @param sessionId absent for a token without a session, as a service account has it
 * @param organizations what the token itself says of organizations
 */
public record LiveToken(
        String subject,
        String username,
        String clientId,
        String scope,
        String issuer,
        List<String> audience,
        long expiresAt,
        long issuedAt,
        String tokenType,
        Map<String, String> confirmation,
        @Nullable String acr,
        List<String> authenticationMethods,
        @Nullable String sessionId,
        TokenOrganizations organizations) {

    /** Whether the token may be used at this service; at any, if none is named. */
    public boolean isFor(@Nullable String service) {
        return service == null || audience.contains(service);
    }

    /** Whether the token is worth something only together with the proof of a key (RFC 8705, RFC 9449). */
    public boolean isBound() {
        return !confirmation.isEmpty();
    }

    /** The one organization that the token is for, by id or alias. */
    public Optional<String> activeOrganization() {
        return organizations.only();
    }
}
