package dev.gatehouse.organization.keycloak.decision;

import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.keycloak.RoleGroups;
import dev.gatehouse.organization.keycloak.jpa.MembershipRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who holds which roles where, as it was read for some questions. */
final class Holdings {

    static final List<String> ATTRIBUTES = List.of(RoleGroups.ROLE, RoleGroups.PERMISSION);

    private record Place(String userId, String organization) {}

    private final Map<Place, Collection<OrganizationRole>> roles = new HashMap<>();

    /**
     * Keeps what was read.
     *
     * @param name what the questions call the organization of a row
     */
    void add(List<MembershipRow> rows, Function<MembershipRow, String> name) {
        rows.stream()
                .collect(Collectors.groupingBy(row -> new Place(row.userId(), name.apply(row))))
                .forEach((place, ofPlace) -> roles.putIfAbsent(
                        place,
                        RoleGroups.rolesOf(ofPlace.stream()
                                .flatMap(row -> row.attribute().stream())
                                .toList())));
    }

    /** The roles given to a member, none for a mere one; nothing for whoever is no member. */
    Optional<Collection<OrganizationRole>> roles(String userId, String organization) {
        return Optional.ofNullable(roles.get(new Place(userId, organization)));
    }
}
