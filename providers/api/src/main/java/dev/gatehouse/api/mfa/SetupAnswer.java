package dev.gatehouse.api.mfa;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.mfa.AuthenticatorSecret;
import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.SetupOutcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A factor that is being set up, or backup codes; durations in seconds. Says each secret this once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetupAnswer(
        String methodId,
        String type,
        String status,
        @Nullable Long expiresIn,
        @Nullable String secret,
        @Nullable String otpauthUri,
        @Nullable String qrCode,
        @Nullable String challengeId,
        @Nullable String destination,
        @Nullable Long resendAfter,
        @Nullable List<String> codes,
        String assurance) {
    static SetupAnswer of(SetupOutcome outcome) {
        AuthenticatorSecret secret = outcome.secret();
        ChallengeOutcome challenge = outcome.challenge();
        boolean isPending = outcome.status() == SetupOutcome.Status.PENDING;
        return new SetupAnswer(
                outcome.methodId(),
                outcome.type().wireName(),
                isPending ? "pending" : "active",
                isPending ? outcome.expiresIn().toSeconds() : null,
                secret == null ? null : secret.base32(),
                secret == null ? null : secret.uri(),
                secret == null ? null : "data:image/png;base64," + secret.qrCode(),
                challenge == null ? null : challenge.challengeId(),
                challenge == null ? null : challenge.destination(),
                challenge == null ? null : challenge.resendAfter().toSeconds(),
                outcome.codes().isEmpty() ? null : outcome.codes(),
                outcome.type().assurance().name().toLowerCase(Locale.ROOT));
    }
}
