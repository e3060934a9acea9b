package dev.gatehouse.mfa.keycloak;

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

/** Makes e-mail and SMS codes credentials like any other: listed, added and removed in the account and admin consoles. */
public final class SentCodeCredentialProvider
        implements CredentialProvider<SentCodeCredential>, CredentialInputValidator {

    private final KeycloakSession session;
    private final SentCodeKind kind;

    SentCodeCredentialProvider(KeycloakSession session, SentCodeKind kind) {
        this.session = session;
        this.kind = kind;
    }

    static SentCodeCredentialProvider of(KeycloakSession session, SentCodeKind kind) {
        return (SentCodeCredentialProvider) session.getProvider(CredentialProvider.class, kind.credentialType());
    }

    Stream<SentCodeCredential> credentials(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(kind.credentialType())
                .map(SentCodeCredential::from);
    }

    @Override
    public String getType() {
        return kind.credentialType();
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, SentCodeCredential credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public SentCodeCredential getCredentialFromModel(CredentialModel model) {
        return SentCodeCredential.from(model);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(Category.TWO_FACTOR)
                .displayName(kind.displayNameKey())
                .helpText(kind.helpTextKey())
                .iconCssClass(kind.iconClass())
                .createAction(kind.enrolmentAction())
                .removeable(isRemoveable(context.getUser()))
                .build(session);
    }

    /** Keycloak's older door to removal knows no other way to refuse. */
    private boolean isRemoveable(@Nullable UserModel user) {
        return user == null
                || FactorRemovals.of(session, session.getContext().getRealm(), user)
                        .allowsAny(kind.type());
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return kind.credentialType().equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type)
                && Mfa.of(session).isOnIn(realm)
                && credentials(user).findAny().isPresent();
    }

    /** Never: a code is good only together with the login it was made for, which this question does not name. */
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return false;
    }
}
