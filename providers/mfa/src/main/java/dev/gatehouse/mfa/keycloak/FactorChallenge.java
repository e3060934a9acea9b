package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.ChallengeOutcome.Status;
import dev.gatehouse.mfa.OtpVerdict;
import dev.gatehouse.mfa.SecondFactor;
import dev.gatehouse.mfa.VerificationOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * One step in which a user shows one of their factors, by whatever way it is asked for. A failure counts for the factor and
 * for Keycloak's brute force detection.
 *
 * @param factors those that count here
 */
record FactorChallenge(KeycloakSession session, CodeStep step, UserModel user, List<SecondFactor> factors) {

    /** A verdict, and on which factor. */
    record Judged(VerificationOutcome outcome, Optional<SecondFactor> factor) {}

    /** Sends a code, unless one was sent just now. */
    ChallengeOutcome ask(String methodId) {
        Optional<SecondFactor> factor =
                factors.stream().filter(each -> each.id().equals(methodId)).findFirst();
        if (factor.isEmpty()) {
            return ChallengeOutcome.of(Status.UNKNOWN_METHOD);
        }
        Duration lockedFor = lockedFor();
        if (!lockedFor.isZero()) {
            return ChallengeOutcome.locked(factor.get().type(), lockedFor);
        }
        if (SentCodeKind.of(factor.get().type()).isEmpty()) {
            return ChallengeOutcome.of(Status.NOTHING_TO_SEND);
        }
        return sentCodes(methodId).map(SentCodes::ask).orElseGet(() -> ChallengeOutcome.of(Status.UNKNOWN_METHOD));
    }

    /** Judges a code for what {@link #ask} named, or for a factor. */
    Judged judge(String challengeOrMethodId, String code) {
        Optional<SecondFactor> factor = named(challengeOrMethodId);
        if (factor.isEmpty()) {
            return new Judged(VerificationOutcome.of(OtpVerdict.EXPIRED), factor);
        }
        Duration lockedFor = lockedFor();
        if (!lockedFor.isZero()) {
            return new Judged(VerificationOutcome.locked(lockedFor), factor);
        }
        VerificationOutcome outcome = judge(factor.get(), code);
        switch (outcome.verdict()) {
            case WRONG, EXHAUSTED -> new BruteForce(session, step.realm()).failed(user);
            case ACCEPTED, EXPIRED, LOCKED -> {}
        }
        return new Judged(outcome, factor);
    }

    /** The codes of one of the factors, if they are sent. */
    Optional<SentCodes> sentCodes(String methodId) {
        return Optional.ofNullable(user.credentialManager().getStoredCredentialById(methodId))
                .filter(stored -> SentCodeKind.ofCredential(stored.getType()).isPresent())
                .map(SentCodeCredential::from)
                .flatMap(credential -> credential
                        .destination(user)
                        .map(destination -> SentCodes.of(session, step, user, credential, destination)));
    }

    /** The factor of this id, or the one whose live challenge here has this id. */
    private Optional<SecondFactor> named(String id) {
        return factors.stream()
                .filter(factor -> factor.id().equals(id))
                .findFirst()
                .or(() -> factors.stream()
                        .filter(factor -> sentCodes(factor.id())
                                .map(SentCodes::current)
                                .map(ChallengeOutcome::challengeId)
                                .filter(current -> !current.isEmpty() && current.equals(id))
                                .isPresent())
                        .findFirst());
    }

    private VerificationOutcome judge(SecondFactor factor, String code) {
        return switch (factor.type()) {
            case EMAIL, SMS ->
                sentCodes(factor.id())
                        .map(codes -> codes.judge(code))
                        .orElseGet(() -> VerificationOutcome.of(OtpVerdict.EXPIRED));
            case TOTP -> CountedOtpCredentialProvider.of(session).judge(step.realm(), user, factor.id(), code);
            case BACKUP_CODES -> CountedRecoveryCodesProvider.of(session).judge(step.realm(), user, code);
            case PASSKEY -> VerificationOutcome.of(OtpVerdict.EXPIRED);
        };
    }

    private Duration lockedFor() {
        return new BruteForce(session, step.realm())
                .lockedFor(user, Mfa.of(session).clock().instant());
    }
}
