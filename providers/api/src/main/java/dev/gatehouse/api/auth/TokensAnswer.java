package dev.gatehouse.api.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.account.Tokens;
import org.jspecify.annotations.Nullable;

/** Tokens as the contract writes them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokensAnswer(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String idToken,
        String tokenType,
        long expiresIn,
        long refreshExpiresIn,
        String scope,
        String sessionId,
        @Nullable String deviceToken) {
    static TokensAnswer of(Tokens tokens) {
        return new TokensAnswer(
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.idToken(),
                tokens.tokenType(),
                tokens.expiresIn(),
                tokens.refreshExpiresIn(),
                tokens.scope(),
                tokens.sessionId(),
                tokens.deviceToken());
    }
}
