package dev.gatehouse.organization.keycloak.policy;

import dev.gatehouse.mfa.keycloak.SecondFactors;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.keycloak.Gate;
import dev.gatehouse.organization.keycloak.Trail;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import dev.gatehouse.organization.policy.PolicyChange;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** The policies of one organization: looked at, and replaced as a whole. */
public final class Policies {

    private final KeycloakSession session;
    private final Gate gate;

    public Policies(KeycloakSession session, Gate gate) {
        this.session = session;
        this.gate = gate;
    }

    public Outcome<OrganizationPolicies> find(Caller caller, String organizationId) {
        return gate.enter(
                caller,
                organizationId,
                Permission.POLICIES_READ,
                place -> Outcome.done(
                        OrganizationPolicies.from(organization(organizationId).getAttributes())));
    }

    public Outcome<OrganizationPolicies> replace(Caller caller, String organizationId, PolicyChange change) {
        return gate.enter(caller, organizationId, Permission.POLICIES_MANAGE, place -> {
            OrganizationModel organization = organization(organizationId);
            Outcome<OrganizationPolicies> decided = change.applyTo(
                    OrganizationPolicies.from(organization.getAttributes()),
                    caller.standing(),
                    SecondFactors.of(session).enrollable(session.getContext().getRealm()));
            if (decided.isDone()) {
                organization.setAttributes(decided.get().replacedIn(organization.getAttributes()));
                Trail.of(session)
                        .note(caller, OperationType.UPDATE, ResourceType.ORGANIZATION, organizationId, "policies");
            }
            return decided;
        });
    }

    private OrganizationModel organization(String organizationId) {
        return session.getProvider(OrganizationProvider.class).getById(organizationId);
    }
}
