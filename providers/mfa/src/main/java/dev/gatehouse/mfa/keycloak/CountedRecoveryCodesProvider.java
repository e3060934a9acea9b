package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.OneTimeCode;
import dev.gatehouse.mfa.OtpVerdict;
import dev.gatehouse.mfa.VerificationOutcome;
import dev.gatehouse.mfa.keycloak.jpa.LockedCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodeRepresentation;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesSecretData;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;
import org.keycloak.util.JsonSerialization;

/**
 * Keycloak's recovery codes, with failures counted; any of the codes that are left is good, in whatever order, and each
 * once, however many present it at the same time.
 */
final class CountedRecoveryCodesProvider extends RecoveryAuthnCodesCredentialProvider {

    private final KeycloakSession session;

    CountedRecoveryCodesProvider(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    static CountedRecoveryCodesProvider of(KeycloakSession session) {
        return (CountedRecoveryCodesProvider)
                session.getProvider(CredentialProvider.class, RecoveryAuthnCodesCredentialProviderFactory.PROVIDER_ID);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String code = input.getChallengeResponse();
        if (code == null) {
            return false;
        }
        return Mfa.of(session).isOnIn(realm)
                ? judge(realm, user, code).isAccepted()
                : super.isValid(realm, user, input);
    }

    /** How many codes are left, where they are so few that new ones are wanted; as many as the account console warns of. */
    OptionalInt fewLeft(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                .mapToInt(credential -> codes(credential.getSecretData()).size())
                .filter(left -> left < getWarningThreshold())
                .findFirst();
    }

    /** Judges one of the user's codes. */
    VerificationOutcome judge(RealmModel realm, UserModel user, String code) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                .findFirst()
                .map(credential ->
                        judge(realm, user, credential, OneTimeCode.typed(code).characters()))
                .orElseGet(() -> VerificationOutcome.of(OtpVerdict.EXPIRED));
    }

    /**
     * What was read before the lock may be older than what another login has used up since. The row is locked by the
     * session's own transaction, and before the engine begins one of its own: inside of that, the session's connection is
     * not to be touched.
     */
    private VerificationOutcome judge(RealmModel realm, UserModel user, CredentialModel credential, String code) {
        String secret = LockedCredential.secretData(session, credential.getId()).orElse(credential.getSecretData());
        List<RecoveryAuthnCodeRepresentation> left = new ArrayList<>(codes(secret));
        VerificationOutcome outcome = new CountedCodes(Mfa.of(session), realm, user)
                .judge(
                        FactorType.BACKUP_CODES,
                        credential.getId(),
                        () -> left.removeIf(each ->
                                RecoveryAuthnCodesUtils.verifyRecoveryCodeInput(code, each.getEncodedHashedValue())));
        if (outcome.isAccepted()) {
            keep(user, credential, left);
        }
        return outcome;
    }

    private static void keep(UserModel user, CredentialModel credential, List<RecoveryAuthnCodeRepresentation> left) {
        try {
            RecoveryAuthnCodesCredentialData data =
                    JsonSerialization.readValue(credential.getCredentialData(), RecoveryAuthnCodesCredentialData.class);
            data.setRemainingCodes(left.size());
            credential.setCredentialData(JsonSerialization.writeValueAsString(data));
            credential.setSecretData(JsonSerialization.writeValueAsString(new RecoveryAuthnCodesSecretData(left)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        user.credentialManager().updateStoredCredential(credential);
    }

    private static List<RecoveryAuthnCodeRepresentation> codes(String secretData) {
        try {
            return JsonSerialization.readValue(secretData, RecoveryAuthnCodesSecretData.class)
                    .getCodes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
