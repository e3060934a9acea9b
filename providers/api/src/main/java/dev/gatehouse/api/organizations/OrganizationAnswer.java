package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.Organization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organization as clients see it. */
record OrganizationAnswer(
        String id,
        String alias,
        String name,
        @Nullable String description,
        boolean enabled,
        List<DomainAnswer> domains,
        Map<String, List<String>> attributes,
        List<String> roles,
        @Nullable Instant createdAt) {
    record DomainAnswer(String domain, boolean verified) {}

    static OrganizationAnswer of(Organization organization) {
        return new OrganizationAnswer(
                organization.id(),
                organization.alias(),
                organization.name(),
                organization.description(),
                organization.enabled(),
                organization.domains().stream()
                        .map(domain -> new DomainAnswer(domain.domain(), domain.verified()))
                        .toList(),
                organization.attributes(),
                organization.roles(),
                organization.createdAt());
    }
}
