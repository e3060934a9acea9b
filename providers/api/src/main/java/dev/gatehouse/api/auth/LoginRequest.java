package dev.gatehouse.api.auth;

import dev.gatehouse.account.Credentials;
import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/login}. */
record LoginRequest(
        @MaxLength(255) String username,
        @MaxLength(1024) String password,
        @Nullable @MaxLength(255) String clientId,
        @Nullable @MaxLength(1024) String clientSecret,
        @Nullable @MaxLength(2048) String scope,
        @Nullable @MaxLength(255) String organization,
        @Nullable @MaxLength(255) String acrValues,
        @Nullable @MaxLength(1024) String deviceToken) {
    Credentials credentials() {
        return new Credentials(username, password, clientId, clientSecret, scope, organization, acrValues, deviceToken);
    }
}
