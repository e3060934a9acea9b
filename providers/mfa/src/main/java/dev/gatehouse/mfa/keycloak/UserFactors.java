package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SecondFactor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Map<String, FactorType> TYPES = Map.of(
            SentCodeKind.EMAIL.credentialType(),
            FactorType.EMAIL,
            SentCodeKind.SMS.credentialType(),
            FactorType.SMS,
            TOTP,
            FactorType.TOTP,
            BACKUP_CODES,
            FactorType.BACKUP_CODES,
            WebAuthnCredentialModel.TYPE_TWOFACTOR,
            FactorType.PASSKEY,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS,
            FactorType.PASSKEY);

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
                        .filter(credential -> TYPES.containsKey(credential.getType()))
                        .toList());
    }

    /** The credentials, in the user's order. */
    List<CredentialModel> all() {
        return credentials;
    }

    /** Whether there is one at all, be it kept by a directory that the user comes from. */
    boolean any() {
        return credentials.stream().anyMatch(UserFactors::isSecond) || anyOfKeycloak();
    }

    boolean anyOfKeycloak() {
        return credentials.stream().anyMatch(credential -> KEYCLOAKS.contains(credential.getType()))
                || KEYCLOAKS.stream().anyMatch(user.credentialManager()::isConfiguredFor);
    }

    /**
     * The kinds that the user can show somewhere.
     *
     * @param withSent whether codes that are sent are to be had here at all
     */
    Set<FactorType> types(boolean withSent) {
        Set<FactorType> types = EnumSet.noneOf(FactorType.class);
        credentials.stream()
                .filter(credential ->
                        SentCodeKind.ofCredential(credential.getType()).isEmpty()
                                || (withSent
                                        && SentCodeCredential.from(credential)
                                                .destination(user)
                                                .isPresent()))
                .forEach(credential -> types.add(typeOf(credential)));
        KEYCLOAKS.stream()
                .filter(user.credentialManager()::isConfiguredFor)
                .forEach(type -> types.add(Objects.requireNonNull(TYPES.get(type))));
        return types;
    }

    /** Each with its kind; those left out that cannot be shown anywhere. */
    Map<String, FactorType> byId(boolean withSent) {
        return credentials.stream()
                .filter(credential -> withSent
                        || SentCodeKind.ofCredential(credential.getType()).isEmpty())
                .collect(Collectors.toMap(CredentialModel::getId, UserFactors::typeOf));
    }

    /** Those of these kinds that can be shown without a browser's help, in the user's order. */
    List<SecondFactor> usable(Set<FactorType> types) {
        List<SecondFactor> factors = new ArrayList<>();
        for (CredentialModel credential : credentials) {
            if (types.contains(typeOf(credential))) {
                factor(credential, factors.isEmpty()).ifPresent(factors::add);
            }
        }
        return List.copyOf(factors);
    }

    /** A passkey that stands in for the password is a first factor to Keycloak, and asks nothing more of who has one. */
    private static boolean isSecond(CredentialModel credential) {
        return !credential.getType().equals(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }

    /** Which kind a credential is; of a second factor only. */
    static FactorType typeOf(CredentialModel credential) {
        return Objects.requireNonNull(TYPES.get(credential.getType()));
    }

    private Optional<SecondFactor> factor(CredentialModel credential, boolean isFirst) {
        String id = credential.getId();
        if (SentCodeKind.ofCredential(credential.getType()).isPresent()) {
            SentCodeCredential sent = SentCodeCredential.from(credential);
            return sent.destination(user)
                    .map(destination ->
                            new SecondFactor(id, sent.kind().type(), sent.kind().mask(destination), isFirst));
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
