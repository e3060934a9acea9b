package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.NextFactor;
import dev.gatehouse.mfa.OtpVerdict;
import dev.gatehouse.mfa.SetupOutcome;
import dev.gatehouse.mfa.SetupVerdict;
import dev.gatehouse.mfa.VerificationOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A login that has to set a factor up before it is one. Proving the factor is showing it. */
public final class LoginEnrolment {

    private final AuthenticationSessionModel login;
    private final UserModel user;
    private final SecondFactors factors;
    private final FactorSetup setup;

    LoginEnrolment(AuthenticationSessionModel login, UserModel user, SecondFactors factors, FactorSetup setup) {
        this.login = login;
        this.user = user;
        this.factors = factors;
        this.setup = setup;
    }

    /** Begins; a kind that is not asked for is {@link SetupOutcome.Status#NOT_OFFERED}. */
    public SetupOutcome setUp(FactorType type, @Nullable String phoneNumber, @Nullable String label) {
        return isDue(type)
                ? setup.begin(type, phoneNumber, label)
                : SetupOutcome.of(SetupOutcome.Status.NOT_OFFERED, type);
    }

    /** Sends the code of the factor that is being set up once more. */
    public ChallengeOutcome challenge(String methodId) {
        return setup.pending(methodId)
                .map(setup::ask)
                .orElseGet(() -> ChallengeOutcome.of(ChallengeOutcome.Status.UNKNOWN_METHOD));
    }

    /** Judges the proof; a right one makes the factor and satisfies the login's step. */
    public VerificationOutcome prove(String methodOrChallengeId, String code) {
        Optional<SetupVerdict> verdict = setup.pending(methodOrChallengeId)
                .filter(pending -> isDue(pending.type()))
                .map(pending -> setup.prove(pending, code));
        verdict.filter(judged -> judged.outcome().isAccepted())
                .ifPresent(judged -> factors.satisfy(login, user, judged.type()));
        return verdict.map(SetupVerdict::outcome).orElseGet(() -> VerificationOutcome.of(OtpVerdict.EXPIRED));
    }

    /** Asked again at each step: who got a factor meanwhile shows that one, and enrols none with a password alone. */
    private boolean isDue(FactorType type) {
        NextFactor next = factors.due(login, user);
        return factors.isDue(login)
                && next.step() == NextFactor.Step.ENROL
                && next.types().contains(type);
    }
}
