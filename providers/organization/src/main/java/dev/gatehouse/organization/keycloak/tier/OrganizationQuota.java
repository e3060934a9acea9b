package dev.gatehouse.organization.keycloak.tier;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.projection.RateLimitedRequests;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import dev.gatehouse.organization.tier.RateTiers;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.keycloak.RateLimitsProvider;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Counts the requests of an organization's members, all of them in one bucket of the organization's tier. Outsiders use up
 * nothing that is others', and cannot learn by it that there is an organization.
 */
public final class OrganizationQuota {

    private final KeycloakSession session;
    private final RateTiers tiers;

    public OrganizationQuota(KeycloakSession session, RateTiers tiers) {
        this.session = session;
        this.tiers = tiers;
    }

    /** The decision that refuses one more request; nothing where it may pass. */
    public Optional<RateLimitDecision> refusal(Caller caller, String organizationId) {
        if (OrganizationQueries.of(EntityManagers.of(session))
                .memberOf(caller.userId(), Set.of(organizationId))
                .isEmpty()) {
            return Optional.empty();
        }
        RealmModel realm = session.getContext().getRealm();
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(organizationId);
        if (organization == null) {
            return Optional.empty();
        }
        var limit = tiers.limit(
                OrganizationPolicies.from(organization.getAttributes()).rateLimit());
        RateLimitDecision decision = RateLimitsProvider.of(session)
                .ask(limit, new RateLimitKey(realm.getName(), limit.name(), organizationId))
                .join();
        if (decision.isAllowed()) {
            return Optional.empty();
        }
        RateLimitedRequests.count(organizationId);
        return Optional.of(decision);
    }
}
