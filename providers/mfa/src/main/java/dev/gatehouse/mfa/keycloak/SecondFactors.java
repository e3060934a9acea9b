package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.ChallengeOutcome.Status;
import dev.gatehouse.mfa.FactorRequirement;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.NextFactor;
import dev.gatehouse.mfa.OtpVerdict;
import dev.gatehouse.mfa.SecondFactor;
import dev.gatehouse.mfa.ShownFactors;
import dev.gatehouse.mfa.VerificationOutcome;
import dev.gatehouse.mfa.keycloak.FactorChallenge.Judged;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Second factors for those that speak HTTP: what a user has, and the second step of a login that runs the direct grant.
 *
 * <p>The walk: the flow meets {@link SecondFactorDirectGrant}, which marks the login as due; {@link #challenge} sends a
 * code; {@link #verify} judges it and marks exactly the due step of exactly this login as satisfied; the flow, run again on
 * the same authentication session, passes.
 */
public final class SecondFactors {

    private final KeycloakSession session;
    private final Mfa mfa;

    private SecondFactors(KeycloakSession session, Mfa mfa) {
        this.session = session;
        this.mfa = mfa;
    }

    public static SecondFactors of(KeycloakSession session) {
        return new SecondFactors(session, Mfa.of(session));
    }

    /**
     * What a login whose password was right has to do next. Whoever has a factor shows one, a passkey too, which REST
     * cannot show; whoever something asks for a certain one shows that. Where the feature is off its own factor is none, but
     * Keycloak's keep their weight: off is not open.
     */
    NextFactor afterPassword(AuthenticationSessionModel login, UserModel user, ShownFactors shown) {
        RealmModel realm = login.getRealm();
        NextFactor asked = next(login, user, shown);
        if (!asked.isNothing() || shown.any()) {
            return asked;
        }
        UserFactors factors = UserFactors.of(user);
        boolean hasOne = mfa.isOnIn(realm) ? factors.any() : factors.anyOfKeycloak();
        return hasOne ? new NextFactor(NextFactor.Step.SHOW, factors.types(mfa.isOnIn(realm))) : asked;
    }

    /** What a login that showed these has to do next, because of what is asked of the user or of the login. */
    NextFactor next(AuthenticationSessionModel login, UserModel user, ShownFactors shown) {
        RealmModel realm = login.getRealm();
        FactorRequirement ofUser = FactorRequirementsProvider.requirement(session, user);
        FactorRequirement asked =
                mfa.isOnIn(realm) ? ofUser.and(FactorRequirement.ofLevel(RequestedLevel.of(login))) : ofUser;
        return next(realm, user, shown, asked);
    }

    /** What a session has to do before it may go on, where this is asked of its user. */
    public NextFactor next(UserSessionModel userSession, FactorRequirement requirement) {
        RealmModel realm = userSession.getRealm();
        return next(realm, userSession.getUser(), new ShownNotes(realm).of(userSession), requirement);
    }

    /** Single sign-on: from now on the login has shown what its session has. */
    public void carryOver(UserSessionModel userSession, AuthenticationSessionModel login) {
        new ShownNotes(userSession.getRealm()).carryOver(userSession, login);
    }

    private NextFactor next(RealmModel realm, UserModel user, ShownFactors shown, FactorRequirement requirement) {
        Instant now = mfa.clock().instant();
        return requirement.required()
                ? NextFactor.decide(
                        requirement, shown, UserFactors.of(user).types(mfa.isOnIn(realm)), enrollable(realm, user), now)
                : NextFactor.decide(requirement, shown, Set.of(), Set.of(), now);
    }

    /** The kinds that can be set up in the realm, by somebody who has what it takes. */
    public Set<FactorType> enrollable(RealmModel realm) {
        return Enrolment.possible(session, realm);
    }

    private Set<FactorType> enrollable(RealmModel realm, UserModel user) {
        Set<FactorType> possible = EnumSet.noneOf(FactorType.class);
        possible.addAll(enrollable(realm));
        if (user.getEmail() == null || user.getEmail().isBlank()) {
            possible.remove(FactorType.EMAIL);
        }
        return possible;
    }

    /** What the stopped login has to do to go on. */
    public NextFactor due(AuthenticationSessionModel login, UserModel user) {
        DueFactor due = new DueFactor(login);
        ShownFactors shown =
                due.execution().map(execution -> due.shown(execution, user)).orElse(ShownFactors.NONE);
        return afterPassword(login, user, shown);
    }

    /**
     * The factors by which the stopped login can go on, in the user's order; the first is the default. Empty where the
     * feature is off.
     */
    public List<SecondFactor> methods(AuthenticationSessionModel login, UserModel user) {
        return mfa.isOnIn(login.getRealm()) ? methods(user, due(login, user)) : List.of();
    }

    static List<SecondFactor> methods(UserModel user, NextFactor due) {
        return due.step() == NextFactor.Step.SHOW ? UserFactors.of(user).usable(due.types()) : List.of();
    }

    /** The kinds that the user has set up. */
    Set<FactorType> types(RealmModel realm, UserModel user) {
        return UserFactors.of(user).types(mfa.isOnIn(realm));
    }

    Instant now() {
        return mfa.clock().instant();
    }

    /** Whether our direct grant authenticator stopped this login and nothing has satisfied it since. */
    public boolean isDue(AuthenticationSessionModel login) {
        return new DueFactor(login).execution().isPresent();
    }

    /** Sends a code, unless one was sent just now. */
    public ChallengeOutcome challenge(AuthenticationSessionModel login, UserModel user, String methodId) {
        return dueChallenge(login, user)
                .map(challenge -> challenge.ask(methodId))
                .orElseGet(() -> ChallengeOutcome.of(Status.UNKNOWN_METHOD));
    }

    /**
     * Judges a code; an accepted one satisfies the step that is due.
     *
     * @param challengeOrMethodId what {@link #challenge} named, or the factor
     */
    public VerificationOutcome verify(
            AuthenticationSessionModel login, UserModel user, String challengeOrMethodId, String code) {
        Optional<FactorChallenge> challenge = dueChallenge(login, user);
        if (challenge.isEmpty()) {
            return VerificationOutcome.of(OtpVerdict.EXPIRED);
        }
        Judged judged = challenge.get().judge(challengeOrMethodId, code);
        if (judged.outcome().isAccepted()) {
            judged.factor().ifPresent(factor -> satisfy(login, user, factor.type()));
        }
        return judged.outcome();
    }

    /** The same login, where it has to set a factor up. */
    public LoginEnrolment enrolment(AuthenticationSessionModel login, UserModel user) {
        return new LoginEnrolment(
                login,
                user,
                this,
                new FactorSetup(
                        session,
                        login.getRealm(),
                        user,
                        login.getParentSession().getId()));
    }

    /** The step that is due has been satisfied by a factor of this kind. */
    void satisfy(AuthenticationSessionModel login, UserModel user, FactorType type) {
        new DueFactor(login).satisfy(user, type, mfa.clock().instant());
    }

    /** The step in which this login shows a factor; only of the login's own user. */
    Optional<FactorChallenge> dueChallenge(AuthenticationSessionModel login, UserModel user) {
        UserModel owner = login.getAuthenticatedUser();
        if (!mfa.isOnIn(login.getRealm()) || owner == null || !owner.getId().equals(user.getId())) {
            return Optional.empty();
        }
        return new DueFactor(login)
                .execution()
                .map(execution ->
                        new FactorChallenge(session, CodeStep.of(login, execution), user, methods(login, user)));
    }
}
