package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.NewOrganization;
import dev.gatehouse.organization.Organization;
import dev.gatehouse.organization.OrganizationChange;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.jpa.AttributeRow;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import dev.gatehouse.organization.keycloak.jpa.RoleQueries;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** What is changed about an organization itself, up to its end. */
public final class Changes {

    private final KeycloakSession session;
    private final Gate gate;
    private final OrganizationQueries organizations;
    private final Views views;

    Changes(KeycloakSession session, Gate gate, OrganizationQueries organizations, Views views) {
        this.session = session;
        this.gate = gate;
        this.organizations = organizations;
        this.views = views;
    }

    /** Changes what the change names and leaves the rest. Turning it off and on is the realm's. */
    public Outcome<Organization> change(Caller caller, String organizationId, OrganizationChange change) {
        return gate.change(caller, organizationId, Permission.ORGANIZATION_UPDATE, place -> {
            Outcome<Boolean> checked = check(caller, place.row(), change);
            if (!checked.isDone()) {
                return Outcome.refused(checked);
            }
            try {
                if (apply(place.row(), change)) {
                    organizations.flush();
                    note(caller, OperationType.UPDATE, organizationId);
                }
            } catch (RuntimeException failure) {
                if (!Uniqueness.isViolated(failure)) {
                    throw failure;
                }
                session.getTransactionManager().setRollbackOnly();
                return Outcome.refused(Verdict.TAKEN_MEANWHILE);
            }
            Set<String> memberOf = place.isMember() ? Set.of(organizationId) : Set.of();
            return Outcome.done(
                    views.of(organizations.organization(realmId(), organizationId), caller.userId(), memberOf)
                            .get(0));
        });
    }

    /**
     * Deletes the organization with all that is in it. Members keep their accounts; where Keycloak would delete accounts
     * that are bound to it, that is for who may delete accounts of the realm.
     *
     * @param confirmation the alias, as a second thought
     */
    public Outcome<Boolean> delete(Caller caller, String organizationId, @Nullable String confirmation) {
        return gate.change(caller, organizationId, Permission.ORGANIZATION_DELETE, place -> {
            if (!place.row().alias().equals(confirmation)) {
                return Outcome.refused(Verdict.UNCONFIRMED);
            }
            if (!caller.managesAccounts()
                    && RoleQueries.of(EntityManagers.of(session))
                            .hasManagedMembers(place.row().groupId())) {
                return Outcome.refused(Verdict.MANAGED_MEMBERS);
            }
            Removal.begin(session, organizationId);
            OrganizationModel organization = provider().getById(organizationId);
            // The realm's own permissions would hide members from an owner without a realm role.
            AdminPermissionsSchema.runWithoutAuthorization(
                    session, () -> provider().remove(organization));
            note(caller, OperationType.DELETE, organizationId);
            return Outcome.done(true);
        });
    }

    private Outcome<Boolean> check(Caller caller, OrganizationRow row, OrganizationChange change) {
        if (change.renamesAlias(row.alias())) {
            return Outcome.refused(Verdict.UNCHANGEABLE, OrganizationChange.aliasNeverChanges());
        }
        if (change.enabled() != null
                && change.enabled() != row.enabled()
                && caller.standing() != RealmStanding.MANAGES) {
            return Outcome.refused(Verdict.ENABLED_BY_REALM);
        }
        String name = change.name();
        if (name != null && !name.equals(row.name()) && organizations.isNameTaken(realmId(), name)) {
            return Outcome.refused(Verdict.NAME_TAKEN);
        }
        return change.exceedsAttributes(attributes(row.id()).keySet())
                ? Outcome.refused(Verdict.UNCHANGEABLE, OrganizationChange.tooManyAttributes())
                : Outcome.done(true);
    }

    /** @return whether anything is other than it was */
    private boolean apply(OrganizationRow row, OrganizationChange change) {
        OrganizationModel organization = provider().getById(row.id());
        boolean changed = false;
        String name = change.name();
        if (name != null && !name.equals(row.name())) {
            organization.setName(name);
            changed = true;
        }
        String description = change.description();
        if (description != null && !description.equals(row.description() == null ? "" : row.description())) {
            organization.setDescription(description.isEmpty() ? null : description);
            changed = true;
        }
        Boolean enabled = change.enabled();
        if (enabled != null && enabled != row.enabled()) {
            organization.setEnabled(enabled);
            changed = true;
        }
        return applyAttributes(organization, change.attributes()) || changed;
    }

    /** Only those that are named: the others may be somebody else's, and written at this moment. */
    private boolean applyAttributes(OrganizationModel organization, Map<String, List<String>> wanted) {
        Map<String, List<String>> existing = attributes(organization.getId());
        List<Map.Entry<String, List<String>>> differing = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(existing.getOrDefault(entry.getKey(), List.of())))
                .toList();
        if (differing.isEmpty()) {
            return false;
        }
        GroupModel group = provider().getOrganizationGroup(organization);
        InOrganization.run(
                session,
                organization,
                () -> differing.forEach(entry -> {
                    if (entry.getValue().isEmpty()) {
                        group.removeAttribute(entry.getKey());
                    } else {
                        group.setAttribute(entry.getKey(), entry.getValue());
                    }
                }));
        return true;
    }

    private Map<String, List<String>> attributes(String organizationId) {
        return organizations.attributes(List.of(organizationId)).stream()
                .filter(row -> !NewOrganization.isReservedAttribute(row.name()))
                .collect(Collectors.groupingBy(
                        AttributeRow::name, Collectors.mapping(AttributeRow::value, Collectors.toList())));
    }

    private void note(Caller caller, OperationType operation, String organizationId) {
        Trail.of(session).note(caller, operation, ResourceType.ORGANIZATION, organizationId);
    }

    private String realmId() {
        return session.getContext().getRealm().getId();
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }
}
