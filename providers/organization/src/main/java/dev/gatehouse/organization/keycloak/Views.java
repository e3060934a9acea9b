package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.NewOrganization;
import dev.gatehouse.organization.Organization;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.keycloak.jpa.AttributeRow;
import dev.gatehouse.organization.keycloak.jpa.DomainRow;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Organizations as a caller sees them: three statements for any number of them. */
final class Views {

    private final OrganizationQueries queries;
    private final RoleGroups roles;

    Views(OrganizationQueries queries, RoleGroups roles) {
        this.queries = queries;
        this.roles = roles;
    }

    /**
     * The organizations of these rows, in their order.
     *
     * @param memberOf which of them the user is a member of; the rest show no roles
     */
    List<Organization> of(List<OrganizationRow> rows, String userId, Set<String> memberOf) {
        List<String> ids = rows.stream().map(OrganizationRow::id).toList();
        List<DomainRow> domains = queries.domains(ids);
        List<AttributeRow> attributes = queries.attributes(ids);
        Map<String, Collection<OrganizationRole>> held = roles.heldBy(userId, memberOf);
        return rows.stream()
                .map(row -> new Organization(
                        row.id(),
                        row.alias(),
                        row.name(),
                        row.description(),
                        row.enabled(),
                        instant(row.createdAt()),
                        domainsOf(row.id(), domains),
                        attributesOf(row.id(), attributes),
                        memberOf.contains(row.id()) ? names(held.getOrDefault(row.id(), List.of())) : List.of()))
                .toList();
    }

    static Member member(UserModel user, Collection<OrganizationRole> given, @Nullable Long joinedAt) {
        return new Member(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                given.stream().map(OrganizationRole::name).sorted().toList(),
                instant(joinedAt));
    }

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    static List<String> names(Collection<OrganizationRole> given) {
        return Authority.effective(given).stream()
                .map(OrganizationRole::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Organization.ClaimedDomain> domainsOf(String id, List<DomainRow> domains) {
        return domains.stream()
                .filter(row -> row.organizationId().equals(id))
                .map(row -> new Organization.ClaimedDomain(row.domain(), row.verified()))
                .toList();
    }

    private static Map<String, List<String>> attributesOf(String id, List<AttributeRow> attributes) {
        Map<String, List<String>> values = new TreeMap<>();
        attributes.stream()
                .filter(row -> row.organizationId().equals(id) && !NewOrganization.isReservedAttribute(row.name()))
                .forEach(row -> values.merge(row.name(), List.of(row.value()), Views::joined));
        return values;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
