package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.infinispan.RevisedCache;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.DomainName;
import dev.gatehouse.organization.NewOrganization;
import dev.gatehouse.organization.Organization;
import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import dev.gatehouse.organization.keycloak.admission.Admissions;
import dev.gatehouse.organization.keycloak.decision.DecisionPoint;
import dev.gatehouse.organization.keycloak.decision.PermissionList;
import dev.gatehouse.organization.keycloak.domain.Domains;
import dev.gatehouse.organization.keycloak.invitation.Acceptance;
import dev.gatehouse.organization.keycloak.invitation.Invitations;
import dev.gatehouse.organization.keycloak.jpa.DecisionQueries;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import dev.gatehouse.organization.keycloak.policy.Policies;
import dev.gatehouse.organization.keycloak.projection.Readers;
import dev.gatehouse.organization.keycloak.tier.OrganizationQuota;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.provider.Provider;

/**
 * What can be done with organizations, for whoever speaks to clients. Every operation answers with an outcome; one that
 * refuses leaves nothing behind. An outsider gets the outcome of an organization that does not exist.
 */
public final class Organizations implements Provider {

    private final KeycloakSession session;
    private final OrganizationQueries organizations;
    private final MembershipQueries memberships;
    private final RoleGroups roles;
    private final Views views;
    private final Gate gate;
    private final Members members;
    private final Memberships membership;
    private final Changes changes;
    private final Roles ownRoles;
    private final OwnerGuard guard;
    private final Admissions admissions;
    private final Invitations invitations;
    private final Acceptance acceptance;
    private final Domains domains;
    private final OrganizationQuota quota;
    private final Readers readers;
    private final RevisedCache<Optional<InOrganization>> remembered;
    private final boolean featureEnabled;

    Organizations(KeycloakSession session, Surroundings surroundings) {
        this.session = session;
        this.organizations = OrganizationQueries.of(EntityManagers.of(session));
        this.memberships = MembershipQueries.of(EntityManagers.of(session));
        this.roles = new RoleGroups(session, memberships);
        this.views = new Views(organizations, roles);
        this.gate = new Gate(session, organizations, roles);
        this.members = new Members(session, gate, organizations, memberships, roles);
        this.membership = new Memberships(session, gate, organizations, memberships, roles);
        this.changes = new Changes(session, gate, organizations, views);
        this.ownRoles = new Roles(session, gate, roles);
        this.guard = new OwnerGuard(session, organizations, roles);
        this.admissions = new Admissions(session, surroundings.clock());
        this.invitations = new Invitations(
                session,
                gate,
                roles,
                surroundings.invitations(),
                admissions,
                surroundings.clock(),
                surroundings.random());
        this.acceptance = new Acceptance(session, roles, surroundings.clock());
        this.readers = new Readers(session, gate, surroundings.clock());
        this.quota = new OrganizationQuota(session, surroundings.tiers());
        this.domains = new Domains(session, gate, surroundings.proofs());
        this.remembered = surroundings.memberships();
        this.featureEnabled = surroundings.enabled();
    }

    /** The session's own. */
    public static Organizations of(KeycloakSession session) {
        return session.getProvider(Organizations.class);
    }

    /** Whether server, realm and Keycloak itself have organizations turned on here. */
    public boolean areAvailable() {
        RealmModel realm = session.getContext().getRealm();
        return featureEnabled && EnabledRealm.isEnabled(realm) && realm.isOrganizationsEnabled();
    }

    /** Who belongs to an organization. */
    public Members members() {
        return members;
    }

    /** One membership: looked at, given other roles, ended. */
    public Memberships membership() {
        return membership;
    }

    /** The roles of an organization. */
    public Roles roles() {
        return ownRoles;
    }

    /** What somebody belongs to. */
    public Affiliations affiliations() {
        return new Affiliations(organizations, roles, realm().getId());
    }

    /** What is changed about an organization itself. */
    public Changes changes() {
        return changes;
    }

    /** The members, the dashboard and the activity of organizations. */
    public Readers readers() {
        return readers;
    }

    /** What an organization asks of its members, and may have. */
    public Policies policies() {
        return new Policies(session, gate);
    }

    /** What somebody may do. */
    public DecisionPoint decisions() {
        return new DecisionPoint(session, DecisionQueries.of(EntityManagers.of(session)));
    }

    /** Who is asked to belong to an organization. */
    public Invitations invitations() {
        return invitations;
    }

    /** How somebody who was asked becomes a member. */
    public Acceptance acceptance() {
        return acceptance;
    }

    /** The domains of an organization. */
    public Domains domains() {
        return domains;
    }

    /** All that somebody may do. */
    public PermissionList permissions() {
        return new PermissionList(session, DecisionQueries.of(EntityManagers.of(session)), remembered);
    }

    /** Creates the organization. The caller becomes its owner, as an unmanaged member: the account stays the person's. */
    public Outcome<Organization> create(Caller caller, NewOrganization wanted) {
        if (!caller.mayCreate()) {
            return Outcome.refused(Verdict.FORBIDDEN);
        }
        String realmId = realm().getId();
        if (organizations.isAliasTaken(realmId, wanted.alias().value())) {
            return Outcome.refused(Verdict.ALIAS_TAKEN);
        }
        if (organizations.isNameTaken(realmId, wanted.name())) {
            return Outcome.refused(Verdict.NAME_TAKEN);
        }
        Outcome<Set<OrganizationDomain>> claimed =
                domains.allowed(wanted.domains().stream().map(DomainName::value).toList());
        if (!claimed.isDone()) {
            return Outcome.refused(claimed);
        }
        UserModel creator = session.users().getUserById(realm(), caller.userId());
        if (creator == null) {
            return Outcome.refused(Verdict.FORBIDDEN);
        }
        String id;
        try {
            OrganizationModel organization = Creation.create(provider(), wanted);
            id = organization.getId();
            provider().addMember(organization, creator);
            roles.give(organization, creator, List.of(OrganizationRole.OWNER));
            domains.claimAll(id, claimed.get());
            memberships.flush();
        } catch (RuntimeException failure) {
            rollBackIfTaken(failure);
            return Outcome.refused(Verdict.TAKEN_MEANWHILE);
        }
        Trail.of(session).note(caller, OperationType.CREATE, ResourceType.ORGANIZATION, id);
        return find(caller, id);
    }

    /** The organization, for who may read it. */
    public Outcome<Organization> find(Caller caller, String organizationId) {
        return gate.enter(caller, organizationId, Permission.ORGANIZATION_READ, place -> {
            Set<String> memberOf = place.isMember() ? Set.of(organizationId) : Set.of();
            return Outcome.done(
                    views.of(List.of(place.row()), caller.userId(), memberOf).get(0));
        });
    }

    /**
     * The caller's organizations, or all of the realm for who may view them all.
     *
     * @param search part of a name or an alias
     * @param after the key of the page before, empty for the first
     */
    public Page<Organization> list(Caller caller, @Nullable String search, String after, int limit) {
        String realmId = realm().getId();
        boolean all = caller.standing() != RealmStanding.NONE;
        List<OrganizationRow> found = all
                ? organizations.organizations(realmId, search, after, limit + 1)
                : organizations.organizationsOf(realmId, caller.userId(), search, after, limit + 1);
        Page<OrganizationRow> page = Page.of(found, limit, OrganizationRow::id);
        Set<String> ids = page.items().stream().map(OrganizationRow::id).collect(Collectors.toSet());
        Set<String> memberOf = all ? organizations.memberOf(caller.userId(), ids) : ids;
        return new Page<>(views.of(page.items(), caller.userId(), memberOf), page.nextKey());
    }

    @Override
    public void close() {}

    OwnerGuard guard() {
        return guard;
    }

    void ensureRoles(OrganizationModel organization) {
        roles.ensureBuiltIns(organization);
    }

    /** How many requests an organization may send. */
    public OrganizationQuota quota() {
        return quota;
    }

    /** Who may become a member. */
    public Admissions admissions() {
        return admissions;
    }

    void joined(OrganizationModel organization, UserModel user, long at) {
        Acceptance.Claimed claimed = acceptance.consumedBy(organization, user);
        admissions.require(organization, user, claimed != null);
        memberships.joined(organization.getId(), user.getId(), at);
        if (claimed == null) {
            acceptance.dropWaiting(organization, user);
        } else if (!claimed.given().isEmpty()) {
            roles.give(organization, user, claimed.given());
        }
    }

    /** The user's enabled organizations among these, or the first of all, with the roles held there. */
    Map<OrganizationRow, Collection<OrganizationRole>> rolesOf(
            UserModel user, @Nullable Set<String> among, int maximum) {
        List<OrganizationRow> rows = among == null
                ? organizations.organizationsOf(realm().getId(), user.getId(), null, "", maximum)
                : organizations.organizationsAmong(realm().getId(), user.getId(), among);
        Map<String, Collection<OrganizationRole>> held = roles.heldBy(
                user.getId(), rows.stream().map(OrganizationRow::id).toList());
        return rows.stream().collect(Collectors.toMap(row -> row, row -> held.getOrDefault(row.id(), List.of())));
    }

    private void rollBackIfTaken(RuntimeException failure) {
        if (!Uniqueness.isViolated(failure)) {
            throw failure;
        }
        session.getTransactionManager().setRollbackOnly();
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
