package dev.gatehouse.mfa.keycloak.device;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Stands in for Keycloak's pages under their id. Pages of flows without the condition stay as they are. */
public final class DevicePagesFactory extends FreeMarkerLoginFormsProviderFactory {

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new DevicePages(session);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
