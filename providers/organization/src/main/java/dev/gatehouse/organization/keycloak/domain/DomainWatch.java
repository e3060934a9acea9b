package dev.gatehouse.organization.keycloak.domain;

import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.domain.Challenge;
import dev.gatehouse.organization.domain.DomainProofs;
import dev.gatehouse.organization.domain.Finding;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainClaim;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainQueries;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Looks again at domains that were proved once, each when it is due, by one node of the cluster at a time. No transaction
 * is open while name servers are waited for.
 */
public final class DomainWatch {

    /** After which a proof is looked at again if the node that took it died. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Logger LOGGER = Logger.getLogger(DomainWatch.class);

    private final KeycloakSessionFactory factory;
    private final DomainProofs proofs;

    private DomainWatch(KeycloakSessionFactory factory, DomainProofs proofs) {
        this.factory = factory;
        this.proofs = proofs;
    }

    public static Worker start(KeycloakSessionFactory factory, DomainProofs proofs) {
        DomainWatch watch = new DomainWatch(factory, proofs);
        return Worker.start(
                "gatehouse-organization-domains",
                watch::step,
                failure -> LOGGER.warn("Domains cannot be checked again; it is tried later", failure));
    }

    private Duration step() {
        Due due = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            DomainQueries queries = DomainQueries.of(EntityManagers.of(session));
            return queries.takeDue(proofs.now(), LEASE)
                    .flatMap(proof -> OrganizationDomain.of(proof.name())
                            .map(domain -> new Due(
                                    proof.realmId(),
                                    domain,
                                    queries.claim(proof.organizationId(), domain)
                                            .map(DomainClaim::token)
                                            .orElse(""))))
                    .orElse(null);
        });
        if (due == null) {
            Duration interval = proofs.plan().interval();
            return interval.compareTo(LONGEST_REST) < 0 ? interval : LONGEST_REST;
        }
        Challenge challenge = new Challenge(due.domain(), due.token());
        Finding finding = challenge.judge(proofs.look(challenge));
        KeycloakModelUtils.runJobInTransaction(
                factory, session -> new Recheck(session, proofs).settle(due.realmId(), due.domain(), finding));
        return Duration.ZERO;
    }

    /** What one look takes. */
    private record Due(String realmId, OrganizationDomain domain, String token) {}
}
