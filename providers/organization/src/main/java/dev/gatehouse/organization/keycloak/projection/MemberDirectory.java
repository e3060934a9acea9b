package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Access;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.keycloak.Gate;
import dev.gatehouse.organization.keycloak.projection.jpa.Found;
import dev.gatehouse.organization.keycloak.projection.jpa.ListedMember;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.DirectoryMember;
import dev.gatehouse.organization.projection.MemberNames;
import dev.gatehouse.organization.projection.MemberQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.storage.StorageId;

/**
 * Lists and searches an organization's members: the same number of statements, along a key, whatever the organization's
 * size. All members are listed from Keycloak's own tables, so that list is complete even while the projection is being
 * built; a search or a role is looked up in the projection, and only who is a member by Keycloak's tables is shown.
 */
public final class MemberDirectory {

    private final Gate gate;
    private final ProjectionTables tables;
    private final Projector.Source source;

    MemberDirectory(Gate gate, ProjectionTables tables, Projector.Source source) {
        this.gate = gate;
        this.tables = tables;
        this.source = source;
    }

    /**
     * A page of members. The order is fixed; by terms where somebody is searched for, else without meaning.
     *
     * @param after the key of the page before, empty for the first
     */
    public Outcome<Page<DirectoryMember>> list(
            Caller caller, String organizationId, MemberQuery query, String after, int limit) {
        return gate.enter(caller, organizationId, Permission.MEMBERS_READ, place -> {
            Page<String> found = query.isAll()
                    ? all(place.row().groupId(), after, limit)
                    : found(organizationId, query, after, limit);
            Map<String, ListedMember> members = found.items().isEmpty()
                    ? Map.of()
                    : tables.truth().among(organizationId, place.row().groupId(), found.items());
            List<ListedMember> page = found.items().stream()
                    .map(members::get)
                    .filter(Objects::nonNull)
                    .toList();
            boolean manages = place.authority().access(Permission.MEMBERS_MANAGE) == Access.ALLOWED;
            List<String> ids = page.stream().map(ListedMember::id).toList();
            Map<String, List<String>> roles = source.roles(ids, organizationId);
            Set<String> secured = manages && !ids.isEmpty() ? source.withSecondFactor(ids) : Set.of();
            return Outcome.done(new Page<>(
                    page.stream()
                            .map(row -> new DirectoryMember(
                                    member(row, roles.getOrDefault(row.id(), List.of())),
                                    manages
                                            ? new DirectoryMember.Standing(
                                                    instant(row.lastLoginAt()), secured.contains(row.id()))
                                            : null))
                            .toList(),
                    found.nextKey()));
        });
    }

    /** Those that Keycloak keeps come before those of a federation. */
    private Page<String> all(String groupId, String after, int limit) {
        boolean isFederated = !after.isEmpty() && !StorageId.isLocalStorage(after);
        List<String> members = new ArrayList<>();
        if (!isFederated) {
            members.addAll(tables.truth().local(groupId, after, limit + 1));
        }
        members.addAll(tables.truth().federated(groupId, isFederated ? after : "", limit + 1));
        return Page.of(members.subList(0, Math.min(members.size(), limit + 1)), limit, id -> id);
    }

    /** Somebody may be among them who is no member any more: membership is Keycloak's to tell. */
    private Page<String> found(String organizationId, MemberQuery query, String after, int limit) {
        List<Found> found = tables.directory()
                .page(
                        organizationId,
                        Objects.requireNonNullElse(query.role(), ""),
                        Objects.requireNonNullElse(query.start(), ""),
                        position(after),
                        limit + 1);
        return Page.of(found, limit, MemberDirectory::key).map(Found::userId);
    }

    private Member member(ListedMember row, List<String> roles) {
        String username = row.username();
        MemberNames names = username == null
                ? source.namesOfFederated(row.id())
                : new MemberNames(username, row.email(), row.firstName(), row.lastName());
        return new Member(
                row.id(),
                names.username(),
                names.email(),
                names.firstName(),
                names.lastName(),
                roles,
                instant(row.joinedAt()));
    }

    private static String key(Found found) {
        return found.term() + " " + found.userId();
    }

    private static @Nullable Found position(String key) {
        int space = key.indexOf(' ');
        return space < 0 ? null : new Found(key.substring(0, space), key.substring(space + 1));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
