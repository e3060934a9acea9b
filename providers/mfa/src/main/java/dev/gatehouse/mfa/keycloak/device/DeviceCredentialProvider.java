package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.device.DeviceRules;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.Category;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Lists trusted devices in the account and admin consoles, where they are removed as well. Nobody logs in by one alone. */
final class DeviceCredentialProvider implements CredentialProvider<CredentialModel> {

    private final KeycloakSession session;
    private final DeviceRules rules;
    private final boolean isOn;

    DeviceCredentialProvider(KeycloakSession session, DeviceRules rules, boolean isOn) {
        this.session = session;
        this.rules = rules;
        this.isOn = isOn;
    }

    DeviceRules rules() {
        return rules;
    }

    /** Whether this server has trusted devices. */
    boolean isOn() {
        return isOn;
    }

    @Override
    public String getType() {
        return DeviceCredential.TYPE;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(Category.TWO_FACTOR)
                .displayName("trusted-device-display-name")
                .helpText("trusted-device-help-text")
                .iconCssClass("kcAuthenticatorTrustedDeviceClass")
                .removeable(true)
                .build(session);
    }
}
