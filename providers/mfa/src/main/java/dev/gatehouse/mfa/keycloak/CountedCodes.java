package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.CodeMeter;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.VerificationOutcome;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Puts the credentials whose codes a person has at hand under the engine's count, at the credential itself: whoever asks
 * whether a code is right (login page, direct grant, REST) counts, and a factor that rests is right for nobody.
 */
record CountedCodes(Mfa mfa, RealmModel realm, UserModel user) {

    /** @param isRight compares and consumes; called at most once, not at all while the factor rests */
    VerificationOutcome judge(FactorType type, String credentialId, BooleanSupplier isRight) {
        VerificationOutcome outcome = mfa.engine().judge().judge(key(credentialId), isRight);
        CodeMeter.judged(type, outcome.verdict());
        return outcome;
    }

    /** How long the factor still rests. */
    Duration lockedFor(String credentialId) {
        return mfa.engine().judge().lockedFor(key(credentialId));
    }

    private FactorKey key(String credentialId) {
        return new FactorKey(realm.getId(), user.getId(), credentialId);
    }
}
