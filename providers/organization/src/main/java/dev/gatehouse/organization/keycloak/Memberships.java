package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.GivenId;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Ownership;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RoleChoice;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import dev.gatehouse.organization.keycloak.jpa.RoleQueries;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** One membership: looked at, given other roles, ended. */
public final class Memberships {

    private final KeycloakSession session;
    private final Gate gate;
    private final OrganizationQueries organizations;
    private final MembershipQueries memberships;
    private final RoleGroups roles;

    Memberships(
            KeycloakSession session,
            Gate gate,
            OrganizationQueries organizations,
            MembershipQueries memberships,
            RoleGroups roles) {
        this.session = session;
        this.gate = gate;
        this.organizations = organizations;
        this.memberships = memberships;
        this.roles = roles;
    }

    public Outcome<Member> find(Caller caller, String organizationId, String userId) {
        return gate.enter(caller, organizationId, Permission.MEMBERS_MANAGE, place -> {
            UserModel user = member(organizationId, userId);
            return user == null
                    ? Outcome.refused(Verdict.UNKNOWN_USER)
                    : Outcome.done(view(organizationId, user, Authority.effective(heldBy(user, organizationId))));
        });
    }

    /** Gives the member exactly these roles; none is the built-in {@code member}. */
    public Outcome<Member> assign(Caller caller, String organizationId, String userId, RoleChoice choice) {
        return gate.change(caller, organizationId, Permission.MEMBERS_MANAGE, place -> {
            UserModel user = member(organizationId, userId);
            if (user == null) {
                return Outcome.refused(Verdict.UNKNOWN_USER);
            }
            Collection<OrganizationRole> held = heldBy(user, organizationId);
            if (!place.authority().mayChange(held)) {
                return Outcome.refused(Verdict.MEMBER_HOLDS_MORE);
            }
            Outcome<Set<OrganizationRole>> chosen = choice.decide(place.authority(), roles.of(organizationId));
            if (!chosen.isDone()) {
                return Outcome.refused(chosen);
            }
            if (endsOwnership(place.row(), user, held, chosen.get())) {
                return Outcome.refused(Verdict.LAST_OWNER);
            }
            give(caller, organizationId, user, held, chosen.get());
            return Outcome.done(view(organizationId, user, Authority.effective(chosen.get())));
        });
    }

    /**
     * Ends the membership. Keycloak deletes the account of a managed member with it, so only who may delete accounts of
     * the realm may do that: the account can be a member of other organizations, too.
     */
    public Outcome<Boolean> remove(Caller caller, String organizationId, String userId) {
        return gate.change(caller, organizationId, Permission.MEMBERS_MANAGE, place -> {
            UserModel user = member(organizationId, userId);
            if (user == null) {
                return Outcome.refused(Verdict.UNKNOWN_USER);
            }
            Collection<OrganizationRole> held = heldBy(user, organizationId);
            if (!place.authority().mayChange(held)) {
                return Outcome.refused(Verdict.MEMBER_HOLDS_MORE);
            }
            if (endsOwnership(place.row(), user, held, List.of())) {
                return Outcome.refused(Verdict.LAST_OWNER);
            }
            if (!caller.managesAccounts()
                    && RoleQueries.of(EntityManagers.of(session))
                            .isManaged(place.row().groupId(), userId)) {
                return Outcome.refused(Verdict.MANAGED_MEMBER);
            }
            OrganizationModel organization = provider().getById(organizationId);
            // The realm's own permissions would hide the organization from an owner without a realm role.
            AdminPermissionsSchema.runWithoutAuthorization(
                    session, () -> provider().removeMember(organization, user));
            Trail.of(session)
                    .note(
                            caller,
                            OperationType.DELETE,
                            ResourceType.ORGANIZATION_MEMBERSHIP,
                            organizationId,
                            "members",
                            userId);
            return Outcome.done(true);
        });
    }

    private boolean endsOwnership(
            OrganizationRow organization,
            UserModel user,
            Collection<OrganizationRole> before,
            Collection<OrganizationRole> after) {
        return !Ownership.survives(before, after, 0)
                && !Ownership.survives(before, after, roles.hasOtherOwner(organization, user.getId()) ? 1 : 0);
    }

    private void give(
            Caller caller,
            String organizationId,
            UserModel user,
            Collection<OrganizationRole> held,
            Set<OrganizationRole> wanted) {
        OrganizationModel organization = provider().getById(organizationId);
        Set<String> before = names(held);
        List<OrganizationRole> given =
                wanted.stream().filter(role -> !before.contains(role.name())).toList();
        Set<String> taken = names(held);
        taken.removeAll(names(wanted));
        if (!taken.isEmpty()) {
            roles.take(organization, user, taken);
        }
        if (!given.isEmpty()) {
            roles.give(organization, user, given);
        }
        names(given).forEach(name -> note(caller, OperationType.CREATE, organizationId, user, name));
        taken.forEach(name -> note(caller, OperationType.DELETE, organizationId, user, name));
    }

    private void note(Caller caller, OperationType operation, String organizationId, UserModel user, String role) {
        Trail.of(session)
                .note(
                        caller,
                        operation,
                        ResourceType.ORGANIZATION_GROUP_MEMBERSHIP,
                        organizationId,
                        "members",
                        user.getId(),
                        "roles",
                        role);
    }

    /** The user, if a member: one who is not, one of another realm and one who does not exist are all nobody. */
    private @Nullable UserModel member(String organizationId, String userId) {
        return !GivenId.isPlausible(userId)
                        || organizations
                                .memberOf(userId, Set.of(organizationId))
                                .isEmpty()
                ? null
                : session.users().getUserById(session.getContext().getRealm(), userId);
    }

    private Collection<OrganizationRole> heldBy(UserModel user, String organizationId) {
        return roles.heldBy(user.getId(), List.of(organizationId)).getOrDefault(organizationId, List.of());
    }

    private Member view(String organizationId, UserModel user, Collection<OrganizationRole> held) {
        return Views.member(
                user, held, memberships.joinedAt(organizationId, user.getId()).orElse(null));
    }

    private static Set<String> names(Collection<OrganizationRole> roles) {
        return roles.stream().map(OrganizationRole::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }
}
