package dev.gatehouse.mfa.keycloak;

import java.util.Set;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** The types of credentials that are second factors, for whoever looks for users without one. */
public final class SecondFactorTypes {

    public static final Set<String> ALL = Set.of(
            SentCodeKind.EMAIL.credentialType(),
            SentCodeKind.SMS.credentialType(),
            OTPCredentialModel.TYPE,
            RecoveryAuthnCodesCredentialModel.TYPE,
            WebAuthnCredentialModel.TYPE_TWOFACTOR);

    private SecondFactorTypes() {}
}
