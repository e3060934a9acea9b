package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.mfa.device.DeviceRules;
import dev.gatehouse.mfa.device.DeviceSettings;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config.Scope;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Reads how long devices are trusted. The other factories of this room ask here. */
public final class DeviceCredentialProviderFactory
        implements CredentialProviderFactory<CredentialProvider<CredentialModel>> {

    static final String ID = DeviceCredential.TYPE;

    private @Nullable DeviceRules rules;
    private boolean isOn;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Scope config) {
        SettingsSource source = ServerSettings.source();
        DeviceSettings settings = DeviceSettings.from(source);
        rules = new DeviceRules(settings, Clock.systemUTC(), new SecureRandom());
        isOn = settings.isOn() && Feature.MFA.isEnabled(source);
    }

    @Override
    public CredentialProvider<CredentialModel> create(KeycloakSession session) {
        if (rules == null) {
            throw new IllegalStateException("used before init");
        }
        return new DeviceCredentialProvider(session, rules, isOn);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
