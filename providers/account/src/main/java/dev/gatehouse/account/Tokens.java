package dev.gatehouse.account;

import org.jspecify.annotations.Nullable;

/**
 * What a login ends in: ordinary tokens of Keycloak.
 *
 * @param refreshToken absent for clients that get none
 * @param idToken present where the scope {@code openid} was asked for
 * @param tokenType {@code Bearer}, or {@code DPoP} for a client that proved possession of a key
 * @param expiresIn seconds until the access token ends
 * @param refreshExpiresIn seconds until the refresh token ends, 0 if never
 * @param sessionId the user session
 * @param deviceToken present where this login has had the device trusted
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String idToken,
        String tokenType,
        long expiresIn,
        long refreshExpiresIn,
        String scope,
        String sessionId,
        @Nullable String deviceToken) {
    public Tokens(
            String accessToken,
            @Nullable String refreshToken,
            @Nullable String idToken,
            String tokenType,
            long expiresIn,
            long refreshExpiresIn,
            String scope,
            String sessionId) {
        this(accessToken, refreshToken, idToken, tokenType, expiresIn, refreshExpiresIn, scope, sessionId, null);
    }

    /** The same tokens, with what the device is to keep. */
    public Tokens with(String deviceToken) {
        return new Tokens(
                accessToken,
                refreshToken,
                idToken,
                tokenType,
                expiresIn,
                refreshExpiresIn,
                scope,
                sessionId,
                deviceToken);
    }

    /** Hides the secrets, in case somebody logs it. */
    @Override
    public String toString() {
        return "Tokens[sessionId=" + sessionId + "]";
    }
}
