package dev.gatehouse.mfa.keycloak;

import org.keycloak.Config.Scope;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers the set-up of the e-mail factor, at login and from the account console. */
public final class ConfigureEmailOtpFactory implements RequiredActionFactory {

    public static final String ID = "CONFIGURE_EMAIL_OTP";

    private static final ConfigureEmailOtp STATELESS = new ConfigureEmailOtp();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Set up e-mail codes";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return STATELESS;
    }

    @Override
    public void init(Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
