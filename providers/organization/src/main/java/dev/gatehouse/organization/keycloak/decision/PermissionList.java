package dev.gatehouse.organization.keycloak.decision;

import dev.gatehouse.foundation.keycloak.infinispan.RevisedCache;
import dev.gatehouse.foundation.keycloak.infinispan.Watched;
import dev.gatehouse.organization.decision.UserPermissions;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import dev.gatehouse.organization.keycloak.RoleGroups;
import dev.gatehouse.organization.keycloak.jpa.DecisionQueries;
import dev.gatehouse.organization.keycloak.jpa.MembershipRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.storage.StorageId;

/** All that a user may do, as it is committed now: the same few statements for one organization and for a thousand. */
public final class PermissionList {

    private final KeycloakSession session;
    private final DecisionQueries queries;
    private final RevisedCache<Optional<InOrganization>> remembered;

    public PermissionList(
            KeycloakSession session, DecisionQueries queries, RevisedCache<Optional<InOrganization>> remembered) {
        this.session = session;
        this.queries = queries;
        this.remembered = remembered;
    }

    /**
     * What the user may do, which is nothing at all for a disabled one; no list at all if there are
     * more organizations than that.
     *
     * @param organization the only one to look at, by id or alias
     */
    public Optional<UserPermissions> of(UserModel user, @Nullable String organization, int maximum) {
        if (!user.isEnabled()) {
            return Optional.of(
                    new UserPermissions(user.getId(), List.of(), Map.<String, TreeSet<String>>of(), List.of()));
        }
        List<InOrganization> organizations = organizations(user, organization, maximum);
        if (organizations.size() > maximum) {
            return Optional.empty();
        }
        Set<RoleModel> roles = roles(user);
        Map<String, SortedSet<String>> clientRoles = new TreeMap<>();
        for (RoleModel role : roles) {
            if (role.getContainer() instanceof ClientModel client) {
                clientRoles
                        .computeIfAbsent(client.getClientId(), id -> new TreeSet<>())
                        .add(role.getName());
            }
        }
        List<String> realmRoles = roles.stream()
                .filter(RoleUtils::isRealmRole)
                .map(RoleModel::getName)
                .toList();
        return Optional.of(new UserPermissions(user.getId(), realmRoles, clientRoles, organizations));
    }

    /**
     * What an enabled user may do in this enabled organization, by id or alias; nothing for whoever is no member. No
     * statement for a membership that was asked for before, until the user, the organization or a role is changed.
     */
    public Optional<InOrganization> in(UserModel user, String organization) {
        return remembered.get(
                session, realm().getId() + ' ' + user.getId() + ' ' + organization, () -> member(user, organization));
    }

    /** That somebody is no member is not kept: nothing would tell of the organization that is enabled again. */
    private RevisedCache.Answer<Optional<InOrganization>> member(UserModel user, String organization) {
        List<MembershipRow> rows = queries.membership(realm().getId(), user.getId(), organization, Holdings.ATTRIBUTES);
        Optional<InOrganization> member = byOrganization(rows).stream().findFirst();
        return new RevisedCache.Answer<>(member, member.map(one -> watched(user, one, rows)));
    }

    private Watched watched(UserModel user, InOrganization member, List<MembershipRow> rows) {
        Set<String> models = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.groupId()))
                .collect(Collectors.toCollection(HashSet::new));
        // Keycloak tells of changes of what it has cached, so that is what it is made to do.
        models.forEach(group -> session.groups().getGroupById(realm(), group));
        session.getProvider(OrganizationProvider.class).getById(member.id());
        models.add(member.id());
        return new Watched(Set.of(user.getId()), models);
    }

    private List<InOrganization> organizations(UserModel user, @Nullable String organization, int maximum) {
        List<MembershipRow> rows = organization == null
                ? queries.all(realm().getId(), user.getId(), maximum + 1, Holdings.ATTRIBUTES)
                : queries.membership(realm().getId(), user.getId(), organization, Holdings.ATTRIBUTES);
        return byOrganization(rows);
    }

    private static List<InOrganization> byOrganization(List<MembershipRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(MembershipRow::organizationId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofOne -> InOrganization.of(
                        ofOne.get(0).organizationId(),
                        ofOne.get(0).alias(),
                        RoleGroups.rolesOf(ofOne.stream()
                                .flatMap(row -> row.attribute().stream())
                                .toList())))
                .toList();
    }

    /**
     * The roles that count as Keycloak counts them, but that groups of organizations are not looked at: they give no
     * role, and Keycloak would load each.
     */
    private Set<RoleModel> roles(UserModel user) {
        Stream<GroupModel> groups = StorageId.isLocalStorage(user.getId())
                ? queries.realmGroups(user.getId()).stream()
                        .flatMap(id -> Stream.ofNullable(session.groups().getGroupById(realm(), id)))
                : user.getGroupsStream();
        Stream<RoleModel> ofGroups = groups.flatMap(
                        group -> Stream.iterate(group, one -> one != null, GroupModel::getParent))
                .flatMap(GroupModel::getRoleMappingsStream);
        return RoleUtils.expandCompositeRoles(
                Stream.concat(user.getRoleMappingsStream(), ofGroups).collect(Collectors.toSet()));
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
