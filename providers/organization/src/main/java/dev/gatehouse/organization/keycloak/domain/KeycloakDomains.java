package dev.gatehouse.organization.keycloak.domain;

import dev.gatehouse.organization.OrganizationDomain;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The domains that Keycloak has for organizations. It takes what it has for true, verified or not (a login there leads to
 * the organization's identity provider), so nothing is put there before it was proved.
 */
final class KeycloakDomains {

    private final KeycloakSession session;

    KeycloakDomains(KeycloakSession session) {
        this.session = session;
    }

    boolean has(String organizationId, String name) {
        OrganizationModel organization = provider().getById(organizationId);
        return organization != null
                && organization.getDomains().anyMatch(domain -> domain.getName().equals(name));
    }

    /** Safe to call twice. */
    void verified(String organizationId, String name) {
        change(organizationId, domains -> with(domains, name, true));
    }

    /** Leaves the domain where it is, with an identity provider that may be linked to it. */
    void unverified(String organizationId, String name) {
        if (has(organizationId, name)) {
            change(organizationId, domains -> with(domains, name, false));
        }
    }

    void remove(String organizationId, String name) {
        if (has(organizationId, name)) {
            change(organizationId, domains -> without(domains, name));
        }
    }

    /** Takes the domain from whoever has it without proof: Keycloak lets one organization alone have it. */
    void displace(String ownerId, OrganizationDomain domain) {
        for (boolean wildcard : new boolean[] {false, true}) {
            String name = new OrganizationDomain(domain.base(), wildcard).name();
            OrganizationModel squatter = provider().getByDomainName(name);
            if (squatter != null && !squatter.getId().equals(ownerId)) {
                remove(squatter.getId(), name);
            }
        }
    }

    private void change(String organizationId, UnaryOperator<Set<OrganizationDomainModel>> change) {
        OrganizationModel organization = provider().getById(organizationId);
        if (organization != null) {
            Set<OrganizationDomainModel> domains = organization.getDomains().collect(Collectors.toSet());
            organization.setDomains(change.apply(domains));
        }
    }

    private static Set<OrganizationDomainModel> with(
            Set<OrganizationDomainModel> domains, String name, boolean verified) {
        Set<OrganizationDomainModel> changed = new HashSet<>(without(domains, name));
        changed.add(new OrganizationDomainModel(name, verified));
        return changed;
    }

    private static Set<OrganizationDomainModel> without(Set<OrganizationDomainModel> domains, String name) {
        return domains.stream().filter(domain -> !domain.getName().equals(name)).collect(Collectors.toSet());
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }
}
