package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.Category;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes the e-mail factor a credential like any other: listed, added and removed in the account and admin consoles. */
public final class EmailOtpCredentialProvider
        implements CredentialProvider<EmailOtpCredential>, CredentialInputValidator {

    private final KeycloakSession session;
    private final Mfa mfa;

    EmailOtpCredentialProvider(KeycloakSession session, Mfa mfa) {
        this.session = session;
        this.mfa = mfa;
    }

    static EmailOtpCredentialProvider of(KeycloakSession session) {
        return (EmailOtpCredentialProvider)
                session.getProvider(CredentialProvider.class, EmailOtpCredentialProviderFactory.ID);
    }

    Mfa mfa() {
        return mfa;
    }

    Stream<EmailOtpCredential> credentials(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(EmailOtpCredential.TYPE)
                .map(EmailOtpCredential::from);
    }

    @Override
    public String getType() {
        return EmailOtpCredential.TYPE;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, EmailOtpCredential credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public EmailOtpCredential getCredentialFromModel(CredentialModel model) {
        return EmailOtpCredential.from(model);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(Category.TWO_FACTOR)
                .displayName("email-otp-display-name")
                .helpText("email-otp-help-text")
                .iconCssClass("kcAuthenticatorEmailOtpClass")
                .createAction(ConfigureEmailOtpFactory.ID)
                .removeable(isRemoveable(context.getUser()))
                .build(session);
    }

    /** Keycloak's older door to removal knows no other way to refuse. */
    private boolean isRemoveable(@Nullable UserModel user) {
        return user == null
                || FactorRemovals.of(session, session.getContext().getRealm(), user)
                        .allowsAny(FactorType.EMAIL);
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return EmailOtpCredential.TYPE.equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type)
                && mfa.isOnIn(realm)
                && credentials(user).findAny().isPresent();
    }

    /** Never: a code is good only together with the login it was made for, which this question does not name. */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return false;
    }
}
