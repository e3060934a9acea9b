package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.Category;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.credential.WebAuthnCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Takes the place of Keycloak's own, under its id: passkeys that a policy needs leave by no older door either. */
public final class GuardedPasskeyProviderFactory extends WebAuthnCredentialProviderFactory {

    @Override
    public CredentialProvider<?> create(KeycloakSession session) {
        return new WebAuthnCredentialProvider(session, getMetadataService(), createOrGetObjectConverter()) {
            @Override
            public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
                UserModel user = context.getUser();
                return CredentialTypeMetadata.builder()
                        .type(getType())
                        .category(Category.TWO_FACTOR)
                        .displayName("webauthn-display-name")
                        .helpText("webauthn-help-text")
                        .iconCssClass("kcAuthenticatorWebAuthnClass")
                        .createAction(WebAuthnRegisterFactory.PROVIDER_ID)
                        .removeable(user == null
                                || FactorRemovals.of(
                                                session, session.getContext().getRealm(), user)
                                        .allowsAny(FactorType.PASSKEY))
                        .build(session);
            }
        };
    }

    @Override
    public int order() {
        return 1;
    }
}
