package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.MaskedAddress;
import dev.gatehouse.mfa.SecondFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** A user's credentials, seen as second factors. */
final class UserFactors {

    static final String TOTP = OTPCredentialModel.TYPE;

    private static final String BACKUP_CODES = RecoveryAuthnCodesCredentialModel.TYPE;

    /** A factor that REST cannot show still forbids that the password alone be enough. */
    private static final Set<String> KEYCLOAKS = Set.of(TOTP, BACKUP_CODES, WebAuthnCredentialModel.TYPE_TWOFACTOR);

    private final UserModel user;
    private final List<CredentialModel> credentials;

    private UserFactors(UserModel user, List<CredentialModel> credentials) {
        this.user = user;
        this.credentials = credentials;
    }

    static UserFactors of(UserModel user) {
        return new UserFactors(
                user,
                user.credentialManager()
                        .getStoredCredentialsStream()
                        .filter(credential -> credential.getType().equals(EmailOtpCredential.TYPE)
                                || KEYCLOAKS.contains(credential.getType()))
                        .toList());
    }

    /** Whether there is one at all, be it kept by a directory that the user comes from. */
    boolean any() {
        return !credentials.isEmpty() || anyOfKeycloak();
    }

    boolean anyOfKeycloak() {
        return credentials.stream().anyMatch(credential -> KEYCLOAKS.contains(credential.getType()))
                || KEYCLOAKS.stream().anyMatch(user.credentialManager()::isConfiguredFor);
    }

    List<SecondFactor> usable() {
        List<SecondFactor> factors = new ArrayList<>();
        for (CredentialModel credential : credentials) {
            factor(credential, factors.isEmpty()).ifPresent(factors::add);
        }
        return List.copyOf(factors);
    }

    private Optional<SecondFactor> factor(CredentialModel credential, boolean isFirst) {
        String id = credential.getId();
        if (credential.getType().equals(EmailOtpCredential.TYPE)) {
            return EmailOtpCredential.from(credential)
                    .address(user)
                    .map(address -> new SecondFactor(id, FactorType.EMAIL, MaskedAddress.of(address), isFirst));
        }
        String label = Optional.ofNullable(credential.getUserLabel()).orElse("");
        if (credential.getType().equals(TOTP)) {
            return Optional.of(new SecondFactor(id, FactorType.TOTP, label, isFirst));
        }
        if (credential.getType().equals(BACKUP_CODES)) {
            return Optional.of(new SecondFactor(id, FactorType.BACKUP_CODES, label, isFirst));
        }
        return Optional.empty();
    }
}
