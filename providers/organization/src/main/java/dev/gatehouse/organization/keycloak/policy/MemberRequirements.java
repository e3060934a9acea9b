package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.mfa.FactorRequirement;
import dev.gatehouse.mfa.keycloak.FactorRequirementsProvider;

/** Tells the second factors what organizations ask for. */
record MemberRequirements(MemberPolicies policies) implements FactorRequirementsProvider {

    @Override
    public FactorRequirement of(String userId) {
        return policies.of(userId).mfa().requirement();
    }

    @Override
    public void close() {}
}
