package dev.gatehouse.mfa.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets a module above say what it asks of logins, without being known here. */
public final class FactorRequirementsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "gatehouse-factor-requirements";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return FactorRequirementsProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature of Keycloak's interface
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return FactorRequirementsProviderFactory.class;
    }
}
