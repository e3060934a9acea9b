package dev.gatehouse.organization.keycloak;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.GivenId;
import dev.gatehouse.organization.ImmediateMembership;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RoleChoice;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.admission.AdmissionRefused;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainQueries;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import java.util.List;
import java.util.Set;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Who belongs to an organization: added at once. */
public final class Members {

    private final KeycloakSession session;
    private final Gate gate;
    private final OrganizationQueries organizations;
    private final MembershipQueries memberships;
    private final RoleGroups roles;

    Members(
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

    /** Makes the user a member at once, where {@link ImmediateMembership} allows it. */
    public Outcome<Member> join(Caller caller, String organizationId, String userId, RoleChoice choice) {
        return gate.enter(caller, organizationId, Permission.MEMBERS_MANAGE, place -> {
            Outcome<Set<OrganizationRole>> chosen = choice.decide(place.authority(), roles.of(organizationId));
            if (!chosen.isDone()) {
                return Outcome.refused(chosen);
            }
            UserModel user = GivenId.isPlausible(userId) ? session.users().getUserById(realm(), userId) : null;
            if (user == null) {
                return Outcome.refused(Verdict.UNKNOWN_USER);
            }
            if (!organizations.memberOf(user.getId(), Set.of(organizationId)).isEmpty()) {
                return Outcome.refused(Verdict.ALREADY_MEMBER);
            }
            if (!ImmediateMembership.isAllowed(
                    caller.standing(), user.getEmail(), user.isEmailVerified(), domainOf(organizationId, user))) {
                return Outcome.refused(Verdict.UNKNOWN_USER);
            }
            OrganizationModel organization = provider().getById(organizationId);
            try {
                if (!provider().addMember(organization, user)) {
                    return Outcome.refused(Verdict.ALREADY_MEMBER);
                }
            } catch (AdmissionRefused refused) {
                return Outcome.refused(refused.verdict());
            }
            roles.give(organization, user, chosen.get());
            note(caller, organizationId, user);
            return Outcome.done(Views.member(
                    user,
                    chosen.get(),
                    memberships.joinedAt(organizationId, user.getId()).orElse(null)));
        });
    }

    /**
     * Whether the caller may make an account for this address that belongs to the organization from the start: as an
     * administrator of the realm, or because the organization proved the address's domain to be its own.
     */
    public Outcome<Set<OrganizationRole>> mayAdmit(
            Caller caller, String organizationId, String email, RoleChoice choice) {
        return gate.enter(
                caller,
                organizationId,
                Permission.MEMBERS_MANAGE,
                place -> caller.managesAccounts()
                                || domainHolding(organizationId, email).stream().anyMatch(domain -> domain.holds(email))
                        ? choice.decide(place.authority(), roles.of(organizationId))
                        : Outcome.refused(Verdict.FORBIDDEN));
    }

    /** Makes the account that was just made for that a member, with these roles. A refusal takes the account back, too. */
    public Outcome<Member> admit(Caller caller, String organizationId, UserModel user, Set<OrganizationRole> chosen) {
        OrganizationModel organization = provider().getById(organizationId);
        try {
            // The realm's own permissions would hide the organization from an owner without a realm role.
            AdminPermissionsSchema.runWithoutAuthorization(
                    session, () -> provider().addMember(organization, user));
        } catch (AdmissionRefused refused) {
            session.getTransactionManager().setRollbackOnly();
            return Outcome.refused(refused.verdict());
        }
        roles.give(organization, user, chosen);
        note(caller, organizationId, user);
        return Outcome.done(Views.member(
                user, chosen, memberships.joinedAt(organizationId, user.getId()).orElse(null)));
    }

    private void note(Caller caller, String organizationId, UserModel user) {
        Trail.of(session)
                .note(
                        caller,
                        OperationType.CREATE,
                        ResourceType.ORGANIZATION_MEMBERSHIP,
                        organizationId,
                        "members",
                        user.getId());
    }

    /** The verified domain that the user's address is in, if it is this organization's and of no other more closely. */
    private List<OrganizationDomain> domainOf(String organizationId, UserModel user) {
        String email = user.getEmail();
        return email == null ? List.of() : domainHolding(organizationId, email);
    }

    private List<OrganizationDomain> domainHolding(String organizationId, String email) {
        return DomainQueries.of(EntityManagers.of(session)).holderOf(realm().getId(), email).stream()
                .filter(holder -> holder.organizationId().equals(organizationId))
                .flatMap(holder -> OrganizationDomain.of(holder.name()).stream())
                .toList();
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
