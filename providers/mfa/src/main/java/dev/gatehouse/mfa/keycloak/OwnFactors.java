package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.HeldFactors;
import dev.gatehouse.mfa.OwnFactor;
import dev.gatehouse.mfa.OwnFactorChange;
import dev.gatehouse.mfa.SetupOutcome;
import dev.gatehouse.mfa.SetupVerdict;
import dev.gatehouse.mfa.ShownFactors;
import dev.gatehouse.mfa.StepUp;
import dev.gatehouse.mfa.VerificationOutcome;
import dev.gatehouse.mfa.keycloak.FactorChallenge.Judged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.JsonSerialization;

/** What somebody who is logged in does about their own second factors, and shows with them. */
public final class OwnFactors {

    /** The detail of an event that says what became otherwise: {@code label}, {@code default}, or both. */
    public static final String CHANGED = "changed";

    private static final String STEP_UP = "step-up";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final UserSessionModel userSession;
    private final Mfa mfa;

    private OwnFactors(KeycloakSession session, UserSessionModel userSession) {
        this.session = session;
        this.realm = userSession.getRealm();
        this.user = userSession.getUser();
        this.userSession = userSession;
        this.mfa = Mfa.of(session);
    }

    public static OwnFactors of(KeycloakSession session, UserSessionModel userSession) {
        return new OwnFactors(session, userSession);
    }

    /** What a user has set up, whoever asks. A user has few: there are no pages. */
    public static HeldFactors heldBy(KeycloakSession session, RealmModel realm, UserModel user) {
        Mfa mfa = Mfa.of(session);
        Map<String, Instant> lastUses =
                mfa.isOn() ? mfa.engine().judge().lastUses(realm.getId(), user.getId()) : Map.of();
        List<OwnFactor> factors = new ArrayList<>();
        int backupCodes = 0;
        for (CredentialModel credential : UserFactors.of(user).all()) {
            factors.add(factor(credential, factors.isEmpty(), lastUses));
            if (credential.getType().equals(RecoveryAuthnCodesCredentialModel.TYPE)) {
                backupCodes += remaining(credential);
            }
        }
        return new HeldFactors(factors, backupCodes);
    }

    /** The addresses and numbers that codes of the user are sent to. */
    public static List<String> destinations(UserModel user) {
        return UserFactors.of(user).all().stream()
                .filter(credential ->
                        SentCodeKind.ofCredential(credential.getType()).isPresent())
                .flatMap(credential -> SentCodeCredential.from(credential).destination(user).stream())
                .toList();
    }

    /** The user's factors in their order, and the one that is being set up. A user has few: there are no pages. */
    public List<OwnFactor> list() {
        List<OwnFactor> factors = new ArrayList<>();
        Map<String, Instant> lastUses = mfa.engine().judge().lastUses(realm.getId(), user.getId());
        for (CredentialModel credential : UserFactors.of(user).all()) {
            factors.add(factor(credential, factors.isEmpty(), lastUses));
        }
        setup().pending()
                .ifPresent(pending -> factors.add(new OwnFactor(
                        pending.id(), pending.type(), pending.shownLabel(), false, false, now(), Optional.empty())));
        return List.copyOf(factors);
    }

    /** What the session has to show before it may change factors, or anything else that would let a thief stay. */
    public StepUp stepUp() {
        Instant authenticatedAt = Optional.ofNullable(userSession.getNote(AuthenticationManager.AUTH_TIME))
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond)
                .orElseGet(() -> Instant.ofEpochSecond(userSession.getStarted()));
        ShownFactors shown = new ShownNotes(realm).of(userSession);
        return StepUp.decide(shown, authenticatedAt, UserFactors.of(user).types(mfa.isOnIn(realm)), now());
    }

    public SetupOutcome setUp(FactorType type, @Nullable String phoneNumber, @Nullable String label) {
        return type == FactorType.BACKUP_CODES ? setup().backupCodes() : setup().begin(type, phoneNumber, label);
    }

    /** Sends a code for a factor, or once more for the one that is being set up. */
    public ChallengeOutcome challenge(String methodId) {
        return setup().pending(methodId)
                .map(pending -> setup().ask(pending))
                .orElseGet(() -> stepUpChallenge().ask(methodId));
    }

    /** Whether this names the factor that is being set up, or the code that was sent for it. */
    public boolean isPending(String methodOrChallengeId) {
        return setup().pending(methodOrChallengeId).isPresent();
    }

    /** Judges the proof of the factor that is being set up; a right one makes it. */
    public Optional<SetupVerdict> prove(String methodOrChallengeId, String code) {
        return setup().pending(methodOrChallengeId).map(pending -> setup().prove(pending, code));
    }

    /** Judges a code of one of the user's factors; an accepted one raises the session's level, and makes it fresh. */
    public VerificationOutcome stepUp(String methodOrChallengeId, String code) {
        Judged judged = stepUpChallenge().judge(methodOrChallengeId, code);
        if (judged.outcome().isAccepted()) {
            judged.factor().ifPresent(factor -> {
                new ShownNotes(realm).record(userSession, ShownFactors.NONE.plus(factor.type(), now()));
                userSession.setNote(AuthenticationManager.AUTH_TIME, String.valueOf(now().getEpochSecond()));
                userSession
                        .getAuthenticatedClientSessions()
                        .values()
                        .forEach(client ->
                                AuthenticationLevel.raise(client, factor.type().level()));
            });
        }
        return judged.outcome();
    }

    /**
     * Gives a factor another name, has it offered first, or both.
     *
     * @param label the new name; null for the one that it has
     */
    public OwnFactorChange change(String methodId, @Nullable String label, boolean isPreferred) {
        Optional<CredentialModel> found = stored(methodId);
        if (found.isEmpty()) {
            return OwnFactorChange.UNKNOWN_METHOD;
        }
        List<String> changed = new ArrayList<>();
        SubjectCredentialManager credentials = user.credentialManager();
        if (label != null) {
            try {
                credentials.updateCredentialLabel(methodId, label);
            } catch (ModelDuplicateException taken) {
                return OwnFactorChange.TAKEN;
            }
            changed.add("label");
        }
        if (isPreferred) {
            credentials.moveStoredCredentialTo(methodId, null);
            changed.add("default");
        }
        if (!changed.isEmpty()) {
            event(EventType.UPDATE_CREDENTIAL, found.get())
                    .detail(CHANGED, String.join(" ", changed))
                    .success();
        }
        return OwnFactorChange.DONE;
    }

    public OwnFactorChange remove(String methodId) {
        Optional<CredentialModel> found = stored(methodId);
        if (found.isEmpty()) {
            return OwnFactorChange.UNKNOWN_METHOD;
        }
        if (!FactorRemovals.locked(session, realm, user).allows(methodId)) {
            return OwnFactorChange.NEEDED;
        }
        user.credentialManager().removeStoredCredentialById(methodId);
        event(EventType.REMOVE_CREDENTIAL, found.get()).success();
        return OwnFactorChange.DONE;
    }

    private EventBuilder event(EventType type, CredentialModel credential) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .client(session.getContext().getClient())
                .user(user)
                .session(userSession)
                .detail(Details.CREDENTIAL_TYPE, credential.getType());
    }

    private Optional<CredentialModel> stored(String methodId) {
        return UserFactors.of(user).all().stream()
                .filter(credential -> credential.getId().equals(methodId))
                .findFirst();
    }

    private static OwnFactor factor(CredentialModel credential, boolean isFirst, Map<String, Instant> lastUses) {
        return new OwnFactor(
                credential.getId(),
                UserFactors.typeOf(credential),
                Optional.ofNullable(credential.getUserLabel()).orElse(""),
                true,
                isFirst,
                Instant.ofEpochMilli(
                        Optional.ofNullable(credential.getCreatedDate()).orElse(0L)),
                Optional.ofNullable(lastUses.get(credential.getId())));
    }

    private static int remaining(CredentialModel backupCodes) {
        try {
            return JsonSerialization.readValue(backupCodes.getCredentialData(), RecoveryAuthnCodesCredentialData.class)
                    .getRemainingCodes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private FactorChallenge stepUpChallenge() {
        UserFactors factors = UserFactors.of(user);
        return new FactorChallenge(
                session, CodeStep.of(userSession, STEP_UP), user, factors.usable(factors.types(mfa.isOnIn(realm))));
    }

    private FactorSetup setup() {
        return new FactorSetup(session, realm, user, userSession.getId());
    }

    private Instant now() {
        return mfa.clock().instant();
    }
}
