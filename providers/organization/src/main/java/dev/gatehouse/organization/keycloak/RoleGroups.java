package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.keycloak.jpa.AttributeRow;
import dev.gatehouse.organization.keycloak.jpa.HeldGroup;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import dev.gatehouse.organization.keycloak.jpa.RoleQueries;
import dev.gatehouse.organization.role.DescribedRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Roles as Keycloak keeps them for us: groups inside the organization, marked with the role's name, each permission one
 * value of an attribute. Who is in the group has the role, whoever put them there; realm export and import carry all of
 * it.
 *
 * <p>Nothing else knows this. When Keycloak gets organization roles of its own, this class changes and nothing else.
 */
public final class RoleGroups {

    /** On a group: the name of the role that the group is. */
    public static final String ROLE = "gatehouse.role";

    /** On a role's group: one permission a value. For built-in roles only a note to people, the rules are in code. */
    public static final String PERMISSION = "gatehouse.permission";

    /** On a role's group: what it is for. Keycloak's own description of a group gets lost in an import. */
    static final String DESCRIPTION = "gatehouse.description";

    private static final Set<String> ATTRIBUTES = Set.of(ROLE, PERMISSION);

    private final KeycloakSession session;
    private final MembershipQueries queries;
    private final RoleQueries holders;

    RoleGroups(KeycloakSession session, MembershipQueries queries) {
        this.session = session;
        this.queries = queries;
        this.holders = RoleQueries.of(EntityManagers.of(session));
    }

    /** The roles that groups with these attributes are. */
    public static Collection<OrganizationRole> rolesOf(Collection<AttributeRow> attributes) {
        return List.copyOf(roles(attributes).values());
    }

    /** The session's own. */
    public static RoleGroups of(KeycloakSession session) {
        return new RoleGroups(session, MembershipQueries.of(EntityManagers.of(session)));
    }

    /** The organization's roles; the built-in ones always, even where their groups are still missing. */
    public Collection<OrganizationRole> of(String organizationId) {
        Map<String, OrganizationRole> roles = new LinkedHashMap<>();
        OrganizationRole.BUILT_IN.forEach(role -> roles.put(role.name(), role));
        groupsOf(organizationId).values().forEach(role -> roles.putIfAbsent(role.name(), role));
        return roles.values();
    }

    /** The same with their descriptions, by name and in its order. */
    Map<String, DescribedRole> describedOf(String organizationId) {
        Map<String, OrganizationRole> groups = groupsOf(organizationId);
        Map<String, String> descriptions = new HashMap<>();
        queries.groupAttributes(List.of(organizationId), Set.of(DESCRIPTION))
                .forEach(row -> descriptions.put(row.groupId(), row.value()));
        Map<String, DescribedRole> described = new TreeMap<>();
        groups.forEach(
                (group, role) -> described.putIfAbsent(role.name(), new DescribedRole(role, descriptions.get(group))));
        OrganizationRole.BUILT_IN.forEach(role -> described.putIfAbsent(role.name(), new DescribedRole(role, null)));
        return described;
    }

    /** Whether the organization has an owner beside this user. */
    boolean hasOtherOwner(OrganizationRow organization, String userId) {
        return holders.isHeldByOthers(
                groupsOf(organization.id(), Set.of(OrganizationRole.OWNER.name())), organization.groupId(), userId);
    }

    /** Whether an organization has this user for its only owner. */
    boolean isLastOwnerAnywhere(String userId) {
        return holders.isAloneIn(ROLE, OrganizationRole.OWNER.name(), userId);
    }

    /** Whether removing this group of owners leaves the organization one, or it has none to lose. */
    boolean keepsOwnersWithout(OrganizationRow organization, String groupId) {
        Set<String> others = groupsOf(organization.id(), Set.of(OrganizationRole.OWNER.name()));
        others.remove(groupId);
        return holders.isHeldByOthers(others, organization.groupId(), "")
                || !holders.isHeldByOthers(Set.of(groupId), organization.groupId(), "");
    }

    /** Whether a holder of the first role also holds one of the others. */
    boolean isHeldTogether(String organizationId, String roleName, Set<String> otherNames) {
        return holders.isHeldTogether(groupsOf(organizationId, Set.of(roleName)), groupsOf(organizationId, otherNames));
    }

    /** Whether this group is the role {@code owner}, whose members may not all go. */
    static boolean isOwners(GroupModel group) {
        return group.getType() == GroupModel.Type.ORGANIZATION
                && OrganizationRole.OWNER.name().equals(group.getFirstAttribute(ROLE));
    }

    /** The roles of one user, by organization. One statement; an organization without a role of theirs is left out. */
    public Map<String, Collection<OrganizationRole>> heldBy(String userId, Collection<String> organizationIds) {
        List<AttributeRow> rows = queries.groupAttributesOf(userId, organizationIds, ATTRIBUTES);
        Map<String, Collection<OrganizationRole>> held = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(AttributeRow::organizationId))
                .forEach((organization, attributes) ->
                        held.put(organization, new ArrayList<>(roles(attributes).values())));
        return held;
    }

    /** The names of the roles of these members, by user; never none. Three statements for any number of members. */
    public Map<String, List<String>> namesHeldBy(Collection<String> userIds, String organizationId) {
        Map<String, OrganizationRole> groups = groupsOf(organizationId);
        Map<String, Set<String>> names = new HashMap<>();
        for (HeldGroup held : queries.held(userIds, groups.keySet())) {
            OrganizationRole role = groups.get(held.groupId());
            if (role != null) {
                names.computeIfAbsent(held.userId(), user -> new TreeSet<>()).add(role.name());
            }
        }
        Map<String, List<String>> byUser = new HashMap<>();
        userIds.forEach(user -> byUser.put(
                user,
                names.containsKey(user)
                        ? List.copyOf(names.getOrDefault(user, Set.of()))
                        : Authority.effective(List.of()).stream()
                                .map(OrganizationRole::name)
                                .toList()));
        return byUser;
    }

    /** Makes the groups of the built-in roles where they are missing. Safe to call twice. */
    void ensureBuiltIns(OrganizationModel organization) {
        Set<String> present = groupsOf(organization.getId()).values().stream()
                .map(OrganizationRole::name)
                .collect(Collectors.toSet());
        List<OrganizationRole> missing = OrganizationRole.BUILT_IN.stream()
                .filter(role -> !present.contains(role.name()))
                .toList();
        if (!missing.isEmpty()) {
            InOrganization.run(session, organization, () -> missing.forEach(role -> create(organization, role)));
        }
    }

    /** Puts the member into the groups of these roles. Safe to call twice. */
    public void give(OrganizationModel organization, UserModel member, Collection<OrganizationRole> roles) {
        ensureBuiltIns(organization);
        Set<String> names = new HashSet<>(namesOf(roles));
        InOrganization.run(
                session,
                organization,
                () -> groupsOf(organization.getId()).forEach((groupId, role) -> {
                    // Of two groups with one mark the first counts, here as in all that is listed.
                    if (names.remove(role.name())) {
                        group(groupId).ifPresent(member::joinGroup);
                    }
                }));
    }

    /** Takes the member out of the groups of these roles. Safe to call twice. */
    void take(OrganizationModel organization, UserModel member, Set<String> names) {
        InOrganization.run(
                session,
                organization,
                () -> groupsOf(organization.getId(), names)
                        .forEach(groupId -> group(groupId).ifPresent(member::leaveGroup)));
    }

    /** Makes the role, which must not exist. */
    void create(OrganizationModel organization, DescribedRole described) {
        InOrganization.run(session, organization, () -> write(create(organization, described.role()), described));
    }

    /** Changes what the role says and allows. */
    void change(OrganizationModel organization, DescribedRole described) {
        InOrganization.run(
                session,
                organization,
                () -> groupsOf(organization.getId(), Set.of(described.role().name()))
                        .forEach(groupId -> group(groupId).ifPresent(group -> write(group, described))));
    }

    /** Removes the role, from its holders and from whoever is invited to it. */
    void delete(OrganizationModel organization, String name) {
        RealmModel realm = session.getContext().getRealm();
        holders.uninvite(organization.getId(), name);
        InOrganization.run(
                session,
                organization,
                () -> groupsOf(organization.getId(), Set.of(name))
                        .forEach(groupId -> group(groupId)
                                .ifPresent(group -> session.groups().removeGroup(realm, group))));
    }

    private static void write(GroupModel group, DescribedRole described) {
        String description = described.description();
        group.setAttribute(DESCRIPTION, description == null ? List.of() : List.of(description));
        group.setAttribute(PERMISSION, described.role().values());
    }

    private static Set<String> namesOf(Collection<OrganizationRole> roles) {
        return roles.stream().map(OrganizationRole::name).collect(Collectors.toSet());
    }

    private Optional<GroupModel> group(String groupId) {
        return Optional.ofNullable(
                session.groups().getGroupById(session.getContext().getRealm(), groupId));
    }

    private GroupModel create(OrganizationModel organization, OrganizationRole role) {
        OrganizationProvider provider = session.getProvider(OrganizationProvider.class);
        // A group of that name which is not marked means something else to whoever made it: its members get no role.
        boolean nameIsFree = provider.searchGroupsByName(organization, role.name(), true, 0, 1)
                .findAny()
                .isEmpty();
        GroupModel group = provider.createGroup(organization, nameIsFree ? role.name() : "role " + role.name(), null);
        group.setAttribute(ROLE, List.of(role.name()));
        group.setAttribute(PERMISSION, role.values());
        return group;
    }

    /** The groups of these roles. */
    private Set<String> groupsOf(String organizationId, Set<String> names) {
        Set<String> groups = new LinkedHashSet<>();
        groupsOf(organizationId).forEach((group, role) -> {
            if (names.contains(role.name())) {
                groups.add(group);
            }
        });
        return groups;
    }

    private Map<String, OrganizationRole> groupsOf(String organizationId) {
        return roles(queries.groupAttributes(List.of(organizationId), ATTRIBUTES));
    }

    /** By group, in the order of their ids. A group without a mark is no role, whatever else it carries. */
    private static Map<String, OrganizationRole> roles(Collection<AttributeRow> rows) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<String>> permissions = new HashMap<>();
        for (AttributeRow row : rows) {
            if (row.name().equals(ROLE)) {
                names.put(row.groupId(), row.value());
            } else {
                permissions
                        .computeIfAbsent(row.groupId(), group -> new ArrayList<>())
                        .add(row.value());
            }
        }
        Map<String, OrganizationRole> roles = new TreeMap<>();
        names.forEach((group, name) ->
                roles.put(group, OrganizationRole.stored(name, permissions.getOrDefault(group, List.of()))));
        return roles;
    }
}
