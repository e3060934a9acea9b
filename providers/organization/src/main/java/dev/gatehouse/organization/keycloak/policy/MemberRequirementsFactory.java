package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.mfa.keycloak.FactorRequirementsProvider;
import dev.gatehouse.mfa.keycloak.FactorRequirementsProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Keycloak's door to {@link MemberRequirements}. */
public final class MemberRequirementsFactory implements FactorRequirementsProviderFactory {

    @Override
    public FactorRequirementsProvider create(KeycloakSession session) {
        return new MemberRequirements(new MemberPolicies(session));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "organizations";
    }
}
