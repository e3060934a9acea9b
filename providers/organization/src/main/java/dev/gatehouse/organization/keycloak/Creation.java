package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.NewOrganization;
import java.util.stream.Collectors;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** Carries a checked new organization into Keycloak's model. */
final class Creation {

    private Creation() {}

    /** Its domains are claims: none is verified by being named. */
    static OrganizationModel create(OrganizationProvider provider, NewOrganization wanted) {
        OrganizationModel organization =
                provider.create(wanted.name(), wanted.alias().value());
        if (wanted.description() != null) {
            organization.setDescription(wanted.description());
        }
        if (!wanted.attributes().isEmpty()) {
            organization.setAttributes(wanted.attributes());
        }
        organization.setDomains(wanted.domains().stream()
                .map(domain -> new OrganizationDomainModel(domain.value(), false))
                .collect(Collectors.toSet()));
        return organization;
    }
}
