package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Keycloak's door to {@link LinkPage} for passwords, {@code /realms/REALM/reset-password}. */
public final class ResetPasswordPageFactory implements RealmResourceProviderFactory {
    private boolean isOn;

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return LinkPage.provider(session, isOn, LinkPage.Kind.RESET_PASSWORD);
    }

    @Override
    public void init(Config.Scope config) {
        isOn = Feature.API.isEnabled(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "reset-password";
    }
}
