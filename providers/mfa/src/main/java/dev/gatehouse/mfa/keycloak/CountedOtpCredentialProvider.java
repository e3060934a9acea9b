package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.OneTimeCode;
import dev.gatehouse.mfa.OtpVerdict;
import dev.gatehouse.mfa.VerificationOutcome;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;

/**
 * Keycloak's authenticator apps, with failures counted. Keycloak itself accepts each step once, the code that proves the
 * enrolment included (RFC 6238 §5.2).
 */
final class CountedOtpCredentialProvider extends OTPCredentialProvider {

    CountedOtpCredentialProvider(KeycloakSession session) {
        super(session);
    }

    static CountedOtpCredentialProvider of(KeycloakSession session) {
        return (CountedOtpCredentialProvider)
                session.getProvider(CredentialProvider.class, CountedOtpCredentialProviderFactory.PROVIDER_ID);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String id = input.getCredentialId();
        String code = input.getChallengeResponse();
        if (id == null || code == null) {
            return false;
        }
        return Mfa.of(session).isOnIn(realm)
                ? judge(realm, user, id, code).isAccepted()
                : super.isValid(realm, user, input);
    }

    /** As Keycloak's own, but not to be removed through its older door while a policy needs it. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        UserModel user = context.getUser();
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("otp-display-name")
                .helpText("otp-help-text")
                .iconCssClass("kcAuthenticatorOTPClass")
                .createAction(UserModel.RequiredAction.CONFIGURE_TOTP.toString())
                .removeable(user == null
                        || FactorRemovals.of(session, session.getContext().getRealm(), user)
                                .allowsAny(FactorType.TOTP))
                .build(session);
    }

    /** Judges a code of the user's app with this credential id. */
    VerificationOutcome judge(RealmModel realm, UserModel user, String credentialId, String code) {
        if (user.credentialManager().getStoredCredentialById(credentialId) == null) {
            return VerificationOutcome.of(OtpVerdict.EXPIRED);
        }
        UserCredentialModel input = new UserCredentialModel(
                credentialId, getType(), OneTimeCode.typed(code).characters());
        return new CountedCodes(Mfa.of(session), realm, user)
                .judge(FactorType.TOTP, credentialId, () -> super.isValid(realm, user, input));
    }
}
