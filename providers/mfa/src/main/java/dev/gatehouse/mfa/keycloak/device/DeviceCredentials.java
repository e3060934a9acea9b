package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.device.DeviceStore;
import dev.gatehouse.mfa.device.FactorStamp;
import dev.gatehouse.mfa.device.TrustedDevice;
import dev.gatehouse.mfa.keycloak.EmailOtpAuthenticatorFactory;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** One user's devices among the user's credentials. */
record DeviceCredentials(UserModel user) implements DeviceStore {

    @Override
    public List<TrustedDevice> all() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(DeviceCredential.TYPE)
                .map(DeviceCredential::read)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void add(TrustedDevice device) {
        user.credentialManager().createStoredCredential(DeviceCredential.of(device));
    }

    @Override
    public boolean remove(String deviceId) {
        return user.credentialManager().removeStoredCredentialById(deviceId);
    }

    /** All other credentials are what the devices depend on, of whatever kind: a kind that is new is not forgotten. */
    String stamp() {
        return FactorStamp.of(user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> !credential.getType().equals(DeviceCredential.TYPE))
                .map(this::part)
                .toList());
    }

    private FactorStamp.Part part(CredentialModel credential) {
        return new FactorStamp.Part(
                credential.getType(),
                credential.getId(),
                credential.getCreatedDate(),
                credential.getType().equals(EmailOtpAuthenticatorFactory.ID) ? user.getEmail() : null);
    }
}
