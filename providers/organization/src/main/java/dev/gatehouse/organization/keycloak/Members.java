package dev.gatehouse.organization.keycloak;

import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.DomainName;
import dev.gatehouse.organization.ImmediateMembership;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RoleChoice;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.jpa.DomainRow;
import dev.gatehouse.organization.keycloak.jpa.MembershipQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import java.util.List;
import java.util.Set;
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
            UserModel user = session.users().getUserById(realm(), userId);
            if (user == null) {
                return Outcome.refused(Verdict.UNKNOWN_USER);
            }
            if (!organizations.memberOf(user.getId(), Set.of(organizationId)).isEmpty()) {
                return Outcome.refused(Verdict.ALREADY_MEMBER);
            }
            if (!ImmediateMembership.isAllowed(
                    caller.standing(), user.getEmail(), user.isEmailVerified(), verifiedDomains(organizationId))) {
                return Outcome.refused(Verdict.UNKNOWN_USER);
            }
            OrganizationModel organization = provider().getById(organizationId);
            if (!provider().addMember(organization, user)) {
                return Outcome.refused(Verdict.ALREADY_MEMBER);
            }
            roles.give(organization, user, chosen.get());
            return Outcome.done(Views.member(
                    user,
                    chosen.get(),
                    memberships.joinedAt(organizationId, user.getId()).orElse(null)));
        });
    }

    private List<DomainName> verifiedDomains(String organizationId) {
        return organizations.domains(List.of(organizationId)).stream()
                .filter(DomainRow::verified)
                .map(row -> new DomainName(row.domain()))
                .toList();
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
