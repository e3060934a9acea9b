package dev.gatehouse.organization.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes {@link Organizations} a provider of Keycloak's, so that one of them serves a whole session. */
public final class OrganizationsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "gatehouse-organizations";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Organizations.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature of Keycloak's interface
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return OrganizationsFactory.class;
    }
}
