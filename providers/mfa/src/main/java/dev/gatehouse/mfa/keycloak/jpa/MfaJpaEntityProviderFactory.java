package dev.gatehouse.mfa.keycloak.jpa;

import dev.gatehouse.foundation.keycloak.jpa.ModuleTablesFactory;
import dev.gatehouse.mfa.jpa.MfaEntities;

/** Keycloak's door to the tables of second factors. */
public final class MfaJpaEntityProviderFactory extends ModuleTablesFactory {
    public MfaJpaEntityProviderFactory() {
        super("gatehouse-mfa", MfaEntities.CHANGELOG, MfaEntities.classes());
    }
}
