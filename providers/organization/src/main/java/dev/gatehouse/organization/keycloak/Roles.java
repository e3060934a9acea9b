package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.role.DescribedRole;
import dev.gatehouse.organization.role.NewRole;
import dev.gatehouse.organization.role.RoleChange;
import dev.gatehouse.organization.role.RoleRules;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** The roles of an organization: listed, made, changed, removed. */
public final class Roles {

    private final KeycloakSession session;
    private final Gate gate;
    private final RoleGroups roles;

    Roles(KeycloakSession session, Gate gate, RoleGroups roles) {
        this.session = session;
        this.gate = gate;
        this.roles = roles;
    }

    /** @param after the name of the last role of the page before, empty for the first */
    public Outcome<Page<DescribedRole>> list(Caller caller, String organizationId, String after, int limit) {
        return gate.enter(
                caller,
                organizationId,
                Permission.ROLES_READ,
                place -> Outcome.done(Page.of(
                        roles.describedOf(organizationId).values().stream()
                                .filter(role -> role.role().name().compareTo(after) > 0)
                                .limit(limit + 1L)
                                .toList(),
                        limit,
                        role -> role.role().name())));
    }

    public Outcome<DescribedRole> create(Caller caller, String organizationId, NewRole wanted) {
        return gate.change(caller, organizationId, Permission.ROLES_MANAGE, place -> {
            Verdict verdict = RoleRules.create(place.authority(), wanted.role(), roles.of(organizationId));
            if (verdict != Verdict.DONE) {
                return Outcome.refused(verdict);
            }
            roles.create(organization(organizationId), wanted.described());
            note(caller, OperationType.CREATE, organizationId, wanted.role().name());
            return Outcome.done(wanted.described());
        });
    }

    public Outcome<DescribedRole> change(Caller caller, String organizationId, String name, RoleChange change) {
        return gate.change(caller, organizationId, Permission.ROLES_MANAGE, place -> {
            DescribedRole before = roles.describedOf(organizationId).get(name);
            if (before == null) {
                return Outcome.refused(Verdict.ABSENT_ROLE);
            }
            DescribedRole after = change.applyTo(before);
            Verdict verdict = RoleRules.change(place.authority(), before.role(), after.role());
            if (verdict == Verdict.DONE
                    && !after.role().equals(before.role())
                    && isHeldByHigher(place.authority(), organizationId, name)) {
                verdict = Verdict.HELD_BY_HIGHER;
            }
            if (verdict != Verdict.DONE) {
                return Outcome.refused(verdict);
            }
            if (!after.equals(before)) {
                roles.change(organization(organizationId), after);
                note(caller, OperationType.UPDATE, organizationId, name);
            }
            return Outcome.done(after);
        });
    }

    /** Removes the role from its holders, from whoever is invited to it, and from the organization. */
    public Outcome<Boolean> delete(Caller caller, String organizationId, String name) {
        return gate.change(caller, organizationId, Permission.ROLES_MANAGE, place -> {
            DescribedRole role = roles.describedOf(organizationId).get(name);
            if (role == null) {
                return Outcome.refused(Verdict.ABSENT_ROLE);
            }
            Verdict verdict = RoleRules.delete(place.authority(), role.role());
            if (verdict == Verdict.DONE && isHeldByHigher(place.authority(), organizationId, name)) {
                verdict = Verdict.HELD_BY_HIGHER;
            }
            if (verdict != Verdict.DONE) {
                return Outcome.refused(verdict);
            }
            roles.delete(organization(organizationId), name);
            note(caller, OperationType.DELETE, organizationId, name);
            return Outcome.done(true);
        });
    }

    private boolean isHeldByHigher(Authority authority, String organizationId, String name) {
        Set<String> higher = roles.of(organizationId).stream()
                .filter(role -> !authority.mayGrant(role))
                .map(OrganizationRole::name)
                .collect(Collectors.toSet());
        return !higher.isEmpty() && roles.isHeldTogether(organizationId, name, higher);
    }

    private void note(Caller caller, OperationType operation, String organizationId, String name) {
        Trail.of(session).note(caller, operation, ResourceType.ORGANIZATION_GROUP, organizationId, "roles", name);
    }

    private OrganizationModel organization(String organizationId) {
        return session.getProvider(OrganizationProvider.class).getById(organizationId);
    }
}
