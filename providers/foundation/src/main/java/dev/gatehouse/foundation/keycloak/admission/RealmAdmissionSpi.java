package dev.gatehouse.foundation.keycloak.admission;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Gives the admission of realms its place among Keycloak's factories; nothing is ever looked up through it. */
public final class RealmAdmissionSpi implements Spi {
    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "gatehouse-realm-admission";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Provider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return RealmAdmissionFactory.class;
    }
}
