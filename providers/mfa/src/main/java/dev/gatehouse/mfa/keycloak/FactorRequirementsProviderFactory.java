package dev.gatehouse.mfa.keycloak;

import org.keycloak.provider.ProviderFactory;

/** Makes the {@link FactorRequirementsProvider} of a session. */
public interface FactorRequirementsProviderFactory extends ProviderFactory<FactorRequirementsProvider> {}
