package dev.gatehouse.organization.keycloak.domain;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.domain.DomainProofs;
import dev.gatehouse.organization.domain.Finding;
import dev.gatehouse.organization.domain.RecheckPlan;
import dev.gatehouse.organization.keycloak.Trail;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainQueries;
import dev.gatehouse.organization.keycloak.domain.jpa.ProvedDomain;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import org.jboss.logging.Logger;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What follows from another look at a domain. */
final class Recheck {

    private static final Logger LOGGER = Logger.getLogger(Recheck.class);

    private final KeycloakSession session;
    private final DomainProofs proofs;
    private final DomainQueries queries;
    private final KeycloakDomains keycloak;

    Recheck(KeycloakSession session, DomainProofs proofs) {
        this.session = session;
        this.proofs = proofs;
        this.queries = DomainQueries.of(EntityManagers.of(session));
        this.keycloak = new KeycloakDomains(session);
    }

    /** Keeps the finding; a domain that is proved no more is its organization's no more. */
    void settle(String realmId, OrganizationDomain domain, Finding finding) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (!EnabledRealm.isEnabled(realm)) {
            return;
        }
        session.getContext().setRealm(realm);
        queries.proverOf(realmId, domain).ifPresent(organizationId -> {
            OrganizationLock.of(EntityManagers.of(session)).take(organizationId);
            queries.proof(realmId, domain)
                    .filter(proof -> proof.organizationId().equals(organizationId))
                    .ifPresent(proof -> settle(proof, finding));
        });
    }

    private void settle(ProvedDomain proof, Finding finding) {
        if (!keycloak.has(proof.organizationId(), proof.name())) {
            // An administrator took the domain away.
            queries.removeProof(proof);
            return;
        }
        RecheckPlan.Recheck recheck = proofs.plan().after(proof.state(), finding, proofs.now());
        proof.set(recheck.state());
        if (finding.isMissing()) {
            LOGGER.infof(
                    "The record that proves a domain of organization %s is missing, %d times in a row",
                    proof.organizationId(), recheck.state().misses());
        }
        if (recheck.lapsed()) {
            queries.removeProof(proof);
            keycloak.unverified(proof.organizationId(), proof.name());
            Trail.of(session)
                    .noteOfNobody(
                            OperationType.UPDATE,
                            ResourceType.ORGANIZATION,
                            proof.organizationId(),
                            "domains",
                            proof.name());
        } else if (finding == Finding.PROVED) {
            keycloak.verified(proof.organizationId(), proof.name());
        }
    }
}
