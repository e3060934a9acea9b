package dev.gatehouse.mfa.keycloak;

import java.util.List;
import org.keycloak.Config.Scope;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the direct grant's second step to flows; to be set as required, after the password. */
public final class SecondFactorDirectGrantFactory implements AuthenticatorFactory {

    public static final String ID = "second-factor-direct-grant";

    private static final SecondFactorDirectGrant STATELESS = new SecondFactorDirectGrant();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Second factor (direct grant)";
    }

    @Override
    public String getHelpText() {
        return "Refuses a password alone where the user has a second factor. Required, after the password.";
    }

    @Override
    public String getReferenceCategory() {
        return BruteForce.CATEGORY;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STATELESS;
    }

    @Override
    public void init(Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
