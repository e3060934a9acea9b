package dev.gatehouse.mfa.keycloak.device;

import java.util.List;
import java.util.Set;
import org.keycloak.Config.Scope;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers the condition to flows: required, in a conditional sub-flow of second factors. */
public final class UntrustedDeviceConditionFactory
        implements ConditionalAuthenticatorFactory, AuthenticationFlowCallbackFactory {

    public static final String ID = "condition-untrusted-device";

    private static final UntrustedDeviceCondition STATELESS = new UntrustedDeviceCondition();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Condition - untrusted device";
    }

    @Override
    public String getHelpText() {
        return "Skips the second factors of this sub-flow on a device that the user has chosen to trust, and offers to "
                + "trust one. Never where a second factor is required of the user, nor for re-authentication or step-up.";
    }

    /** By this the account console knows that the realm makes use of the credential. */
    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(DeviceCredential.TYPE);
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
    public ConditionalAuthenticator getSingleton() {
        return STATELESS;
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
