package dev.gatehouse.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody logs in with.
 *
 * @param username username or e-mail address
 * @param clientId the client; the realm's first-party client where absent
 * @param organization alias of the organization that the tokens are for
 * @param acrValues the levels of authentication asked for
 * @param deviceToken what a trusted device was given at an earlier login
 */
public record Credentials(
        String username,
        String password,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String scope,
        @Nullable String organization,
        @Nullable String acrValues,
        @Nullable String deviceToken) {
    /** Hides the secrets, in case somebody logs it. */
    @Override
    public String toString() {
        return "Credentials[clientId=" + clientId + "]";
    }
}
