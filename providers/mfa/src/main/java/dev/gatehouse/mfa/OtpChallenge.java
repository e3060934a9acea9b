package dev.gatehouse.mfa;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A code that was asked for and not yet shown. Holds only digests.
 *
 * <p>A resend makes a new code and leaves the one before good until its own end, since mail arrives late and out of order;
 * both share one count of failures.
 *
 * @param failures wrong codes so far, over all resends
 * @param earlier the code that the newest one followed
 */
public record OtpChallenge(
        String id, ChallengeSlot slot, int failures, Instant sentAt, SentCode newest, Optional<SentCode> earlier) {

    /** The trace that a sent code leaves. */
    public record SentCode(String keyId, String digest, Instant expiresAt) {

        static SentCode of(OneTimeCode code, CodeBinding binding, DigestKey key, Instant expiresAt) {
            return new SentCode(key.id(), key.digest(binding, code), expiresAt);
        }

        boolean isLive(Instant now) {
            return now.isBefore(expiresAt);
        }

        private boolean matches(CodeBinding binding, OneTimeCode code, DigestKeys keys) {
            return keys.byId(keyId)
                    .map(key -> key.matches(digest, binding, code))
                    .orElse(false);
        }
    }

    static OtpChallenge first(String id, ChallengeSlot slot, SentCode code, Instant now) {
        return new OtpChallenge(id, slot, 0, now, code, Optional.empty());
    }

    OtpChallenge resent(SentCode code, Instant now) {
        return new OtpChallenge(id, slot, failures, now, code, Optional.of(newest));
    }

    OtpChallenge afterFailure() {
        return new OtpChallenge(id, slot, failures + 1, sentAt, newest, earlier);
    }

    boolean isLive(Instant now) {
        return newest.isLive(now);
    }

    int attemptsLeft(OtpSettings settings) {
        return Math.max(0, settings.attempts() - failures);
    }

    /** How long until another code may be sent. */
    Duration resendAfter(Instant now, OtpSettings settings) {
        Duration rest = Duration.between(now, sentAt.plus(settings.resendCooldown()));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Decides without changing anything: the caller counts and consumes, under the factor's lock. */
    OtpVerdict judge(CodeBinding binding, OneTimeCode typed, DigestKeys keys, Instant now, OtpSettings settings) {
        if (!isLive(now)) {
            return OtpVerdict.EXPIRED;
        }
        boolean right = Stream.concat(Stream.of(newest), earlier.stream())
                .filter(code -> code.isLive(now))
                .anyMatch(code -> code.matches(binding, typed, keys));
        if (right) {
            return OtpVerdict.ACCEPTED;
        }
        return failures + 1 < settings.attempts() ? OtpVerdict.WRONG : OtpVerdict.EXHAUSTED;
    }
}
