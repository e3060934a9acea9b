package dev.gatehouse.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization as one caller sees it.
 *
 * @param attributes without those that are Gatehouse's and Keycloak's own
 * @param roles the caller's, by name; none for a realm administrator who is no member
 */
public record Organization(
        String id,
        String alias,
        String name,
        @Nullable String description,
        boolean enabled,
        @Nullable Instant createdAt,
        List<ClaimedDomain> domains,
        Map<String, List<String>> attributes,
        List<String> roles) {

    public Organization {
        domains = List.copyOf(domains);
        attributes = Map.copyOf(attributes);
        roles = List.copyOf(roles);
    }

    /** A domain that an organization says is its own, and whether that was proved. */
    public record ClaimedDomain(String domain, boolean verified) {}
}
