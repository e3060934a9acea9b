package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.NewOrganization;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Carries a checked new organization into Keycloak's model. */
final class Creation {

    private Creation() {}

    /** Its domains are claims, which Keycloak does not know: it takes the domains that it has for true. */
    static OrganizationModel create(OrganizationProvider provider, NewOrganization wanted) {
        OrganizationModel organization =
                provider.create(wanted.name(), wanted.alias().value());
        if (wanted.description() != null) {
            organization.setDescription(wanted.description());
        }
        if (!wanted.attributes().isEmpty()) {
            organization.setAttributes(wanted.attributes());
        }
        return organization;
    }
}
