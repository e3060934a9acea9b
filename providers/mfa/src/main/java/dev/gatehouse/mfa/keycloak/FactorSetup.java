package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.keycloak.KeycloakTextMessages;
import dev.gatehouse.mfa.AuthenticatorSecret;
import dev.gatehouse.mfa.ChallengeOutcome;
import dev.gatehouse.mfa.CodeMeter;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.OneTimeCode;
import dev.gatehouse.mfa.OtpVerdict;
import dev.gatehouse.mfa.SetupOutcome;
import dev.gatehouse.mfa.SetupOutcome.Status;
import dev.gatehouse.mfa.SetupVerdict;
import dev.gatehouse.mfa.VerificationOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.models.utils.HmacOTP;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;
import org.keycloak.utils.CredentialHelper;
import org.keycloak.utils.TotpUtils;

/**
 * Sets factors up by REST, as Keycloak's own pages would: what is set up here works there, and the reverse. A factor comes
 * into being once it is proven; until then it is a {@link PendingSetup} of one login or session.
 */
final class FactorSetup {

    /** More than a person has; fewer than would make a login slow. */
    private static final int MOST_FACTORS = 20;

    private static final int SECRET_BYTES = 20;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String sessionId;

    FactorSetup(KeycloakSession session, RealmModel realm, UserModel user, String sessionId) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.sessionId = sessionId;
    }

    /** Begins; takes the place of what this login or session was setting up before. */
    SetupOutcome begin(FactorType type, @Nullable String phoneNumber, @Nullable String label) {
        if (!Enrolment.possible(session, realm).contains(type)) {
            return SetupOutcome.of(Status.NOT_OFFERED, type);
        }
        if (user.credentialManager()
                        .getStoredCredentialsStream()
                        .filter(credential -> SecondFactorTypes.ALL.contains(credential.getType()))
                        .count()
                >= MOST_FACTORS) {
            return SetupOutcome.of(Status.TOO_MANY, type);
        }
        String name = label == null ? "" : label;
        return switch (type) {
            case EMAIL ->
                Optional.ofNullable(user.getEmail())
                        .filter(address -> !address.isBlank())
                        .map(address -> send(SentCodeKind.EMAIL, address, name))
                        .orElseGet(() -> SetupOutcome.of(Status.NO_ADDRESS, type));
            case SMS -> text(phoneNumber == null ? "" : phoneNumber, name);
            case TOTP -> authenticator(name);
            case BACKUP_CODES, PASSKEY -> SetupOutcome.of(Status.NOT_OFFERED, type);
        };
    }

    /** New backup codes; the older ones are dead. */
    SetupOutcome backupCodes() {
        List<String> codes = RecoveryAuthnCodesUtils.generateRawCodes();
        RecoveryAuthnCodesCredentialModel model = RecoveryAuthnCodesCredentialModel.createFromValues(
                codes, Mfa.of(session).clock().millis(), null);
        CredentialHelper.createRecoveryCodesCredential(session, realm, user, model, codes);
        recorded(RecoveryAuthnCodesCredentialModel.TYPE);
        String id = user.credentialManager()
                .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                .findFirst()
                .orElseThrow()
                .getId();
        return new SetupOutcome(
                Status.ACTIVE,
                FactorType.BACKUP_CODES,
                id,
                Duration.ZERO,
                null,
                null,
                codes.stream().map(FactorSetup::grouped).toList());
    }

    /** What waits for its proof under this id, or under that of the code that was sent for it. */
    Optional<PendingSetup> pending(String methodOrChallengeId) {
        return PendingSetup.find(session.singleUseObjects(), sessionId, user.getId())
                .filter(pending -> pending.id().equals(methodOrChallengeId)
                        || codes(pending)
                                .map(SentCodes::current)
                                .filter(current -> current.challengeId().equals(methodOrChallengeId))
                                .isPresent());
    }

    /** What this login or session is setting up. */
    Optional<PendingSetup> pending() {
        return PendingSetup.find(session.singleUseObjects(), sessionId, user.getId());
    }

    /** Sends the code again, unless one was sent just now. */
    ChallengeOutcome ask(PendingSetup pending) {
        return codes(pending)
                .map(SentCodes::ask)
                .orElseGet(() -> ChallengeOutcome.of(ChallengeOutcome.Status.NOTHING_TO_SEND));
    }

    /** Judges the proof; a right one makes the factor. */
    SetupVerdict prove(PendingSetup pending, String code) {
        VerificationOutcome outcome = codes(pending)
                .map(codes -> codes.judge(code))
                .orElseGet(() -> judge(pending, OneTimeCode.typed(code).characters()));
        if (!outcome.isAccepted()) {
            return new SetupVerdict(outcome, pending.type(), null);
        }
        if (!pending.take(session.singleUseObjects(), sessionId)) {
            return new SetupVerdict(VerificationOutcome.of(OtpVerdict.EXPIRED), pending.type(), null);
        }
        return create(pending, OneTimeCode.typed(code).characters());
    }

    private SetupOutcome send(SentCodeKind kind, String destination, String label) {
        PendingSetup pending =
                new PendingSetup(KeycloakModelUtils.generateId(), user.getId(), kind.type(), destination, label);
        ChallengeOutcome sent = codes(pending).map(SentCodes::ask).orElseThrow();
        if (sent.status() != ChallengeOutcome.Status.SENT) {
            return new SetupOutcome(Status.NOT_SENT, kind.type(), "", Duration.ZERO, sent, null, List.of());
        }
        pending.save(session.singleUseObjects(), sessionId);
        return new SetupOutcome(Status.PENDING, kind.type(), pending.id(), PendingSetup.LIFE, sent, null, List.of());
    }

    private SetupOutcome text(String phoneNumber, String label) {
        PhoneNumberEntry entry = PhoneNumberEntry.read(KeycloakTextMessages.of(session), phoneNumber);
        return entry.number()
                .map(number -> send(SentCodeKind.SMS, number, label))
                .orElseGet(() -> SetupOutcome.of(entry.refusal(), FactorType.SMS));
    }

    private SetupOutcome authenticator(String label) {
        String secret = HmacOTP.generateSecret(SECRET_BYTES);
        PendingSetup pending =
                new PendingSetup(KeycloakModelUtils.generateId(), user.getId(), FactorType.TOTP, secret, label);
        pending.save(session.singleUseObjects(), sessionId);
        AuthenticatorSecret shown = new AuthenticatorSecret(
                Base32.encode(secret.getBytes(StandardCharsets.UTF_8)),
                realm.getOTPPolicy().getKeyURI(realm, user, secret),
                TotpUtils.qrCode(session, secret, realm, user));
        return new SetupOutcome(
                Status.PENDING, FactorType.TOTP, pending.id(), PendingSetup.LIFE, null, shown, List.of());
    }

    private VerificationOutcome judge(PendingSetup pending, String code) {
        // Counted for the user, whatever the secret: a new one is no fresh start.
        FactorKey key = new FactorKey(realm.getId(), user.getId(), "setup." + pending.type());
        OTPCredentialModel model = model(pending);
        int window = realm.getOTPPolicy().getLookAheadWindow();
        VerificationOutcome outcome =
                Mfa.of(session).engine().judge().judge(key, () -> CredentialValidation.validOTP(code, model, window));
        CodeMeter.judged(pending.type(), outcome.verdict());
        return outcome;
    }

    private SetupVerdict create(PendingSetup pending, String code) {
        Optional<SentCodeKind> kind = SentCodeKind.of(pending.type());
        String id;
        if (kind.isPresent()) {
            id = new SentCodeRegistration(session, realm, user)
                    .register(kind.get(), pending.secret(), pending.label())
                    .getId();
            recorded(kind.get().credentialType());
        } else {
            OTPCredentialModel model = model(pending);
            // Keycloak judges the code again and remembers it as used.
            if (!CredentialHelper.createOTPCredential(session, realm, user, code, model)) {
                user.credentialManager().removeStoredCredentialById(newest(OTPCredentialModel.TYPE));
                return new SetupVerdict(VerificationOutcome.of(OtpVerdict.EXPIRED), pending.type(), null);
            }
            id = newest(OTPCredentialModel.TYPE);
            recorded(OTPCredentialModel.TYPE);
        }
        return new SetupVerdict(VerificationOutcome.of(OtpVerdict.ACCEPTED), pending.type(), id);
    }

    private OTPCredentialModel model(PendingSetup pending) {
        return OTPCredentialModel.createFromPolicy(
                realm, pending.secret(), pending.label().isBlank() ? null : pending.label());
    }

    private Optional<SentCodes> codes(PendingSetup pending) {
        return SentCodeKind.of(pending.type())
                .map(kind -> SentCodes.forEnrolment(
                        session, new CodeStep(realm, sessionId, pending.id()), user, kind, pending.secret()));
    }

    private String newest(String type) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .reduce((one, other) -> one.getCreatedDate() > other.getCreatedDate() ? one : other)
                .orElseThrow()
                .getId();
    }

    private void recorded(String credentialType) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.UPDATE_CREDENTIAL)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, credentialType)
                .success();
    }

    /** {@code ABCD-EFGH-IJKL}: as Keycloak's own page shows them. */
    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }
}
