package dev.gatehouse.api.mfa;

import dev.gatehouse.mfa.ChallengeOutcome;

/** A live challenge; durations in seconds. */
record ChallengeAnswer(
        String challengeId, String type, String destination, long expiresIn, long resendAfter, int attemptsLeft) {
    static ChallengeAnswer of(ChallengeOutcome challenge) {
        return new ChallengeAnswer(
                challenge.challengeId(),
                challenge.type().wireName(),
                challenge.destination(),
                challenge.expiresIn().toSeconds(),
                challenge.resendAfter().toSeconds(),
                challenge.attemptsLeft());
    }
}
