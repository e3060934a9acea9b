package dev.gatehouse.organization.keycloak.domain.jpa;

import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.domain.ProofState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Claimed, proved and verified domains. A domain is verified where Keycloak has it so, or where it was proved to us and
 * Keycloak still has it: the admin console takes Keycloak's mark away whenever somebody saves an organization there.
 */
public final class DomainQueries {

    private static final int SKIP_LOCKED = -2;
    private static final String VERIFIED =
            "select new dev.gatehouse.organization.keycloak.domain.jpa.VerifiedDomain(d.organization.id, d.name)"
                    + " from OrganizationDomainEntity d where (d.verified = true or exists (select 1 from ProvedDomain p"
                    + " where p.organizationId = d.organization.id and p.name = d.name))";

    private final EntityManager entityManager;

    DomainQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public static DomainQueries of(EntityManager entityManager) {
        return new DomainQueries(entityManager);
    }

    public List<DomainClaim> claims(String organizationId) {
        return entityManager
                .createQuery("select c from DomainClaim c where c.organizationId = :organization", DomainClaim.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    public long countClaims(String organizationId) {
        return entityManager
                .createQuery("select count(c) from DomainClaim c where c.organizationId = :organization", Long.class)
                .setParameter("organization", organizationId)
                .getSingleResult();
    }

    public Optional<DomainClaim> claim(String organizationId, OrganizationDomain domain) {
        return Optional.ofNullable(entityManager.find(
                DomainClaim.class,
                new DomainClaim.Key(organizationId, domain.base().value())));
    }

    public void keepClaim(String organizationId, OrganizationDomain domain, String token) {
        // The organization may be one of this transaction.
        entityManager.flush();
        entityManager.persist(new DomainClaim(organizationId, domain, token));
    }

    /** Whether the claim was neither given up nor made anew since it was read. */
    public boolean stillThere(DomainClaim claim) {
        return !entityManager
                .createQuery("select c.token from DomainClaim c where c = :claim and c.token = :token", String.class)
                .setParameter("claim", claim)
                .setParameter("token", claim.token())
                .getResultList()
                .isEmpty();
    }

    public void removeClaim(DomainClaim claim) {
        entityManager.remove(claim);
        entityManager.flush();
    }

    /** What was proved of the domain in the realm, by whomever. */
    public Optional<ProvedDomain> proof(String realmId, OrganizationDomain domain) {
        return Optional.ofNullable(entityManager.find(
                ProvedDomain.class, new ProvedDomain.Key(realmId, domain.base().value())));
    }

    /** The organization that proved the domain in the realm, without keeping the row in mind. */
    public Optional<String> proverOf(String realmId, OrganizationDomain domain) {
        return entityManager
                .createQuery(
                        "select p.organizationId from ProvedDomain p where p.realmId = :realm and p.base = :base",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("base", domain.base().value())
                .getResultStream()
                .findFirst();
    }

    /** The proofs of one organization. */
    public List<ProvedDomain> proofs(String organizationId) {
        return entityManager
                .createQuery("select p from ProvedDomain p where p.organizationId = :organization", ProvedDomain.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    /** Fails with a violated constraint if somebody else was faster. */
    public void keepProof(
            String realmId, String organizationId, OrganizationDomain domain, Instant now, ProofState state) {
        entityManager.persist(new ProvedDomain(realmId, organizationId, domain, now, state));
        entityManager.flush();
    }

    public void removeProof(ProvedDomain proof) {
        entityManager.remove(proof);
        entityManager.flush();
    }

    /** Who has these very domains, with or without a wildcard, verified. */
    public List<VerifiedDomain> holdersOf(String realmId, Collection<OrganizationDomain> domains) {
        return verified(
                realmId,
                domains.stream()
                        .flatMap(domain ->
                                Stream.of(domain.base().value(), new OrganizationDomain(domain.base(), true).name()))
                        .toList());
    }

    /** The verified domain that an address is in: of several the closest. */
    public Optional<VerifiedDomain> holderOf(String realmId, String email) {
        List<String> names = OrganizationDomain.namesHolding(email);
        return verified(realmId, names).stream().min(Comparator.comparingInt(found -> names.indexOf(found.name())));
    }

    /**
     * A proof that is due for another look, which nobody else takes until the lease is over: the row's lock lasts as long
     * as this transaction only, not as long as a name server takes.
     */
    public Optional<ProvedDomain> takeDue(Instant now, Duration lease) {
        Optional<ProvedDomain> due = entityManager
                .createQuery(
                        "select p from ProvedDomain p where p.nextCheckAt <= :now order by p.nextCheckAt",
                        ProvedDomain.class)
                .setParameter("now", now.toEpochMilli())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        due.ifPresent(proof -> proof.rest(now.plus(lease)));
        return due;
    }

    private List<VerifiedDomain> verified(String realmId, List<String> names) {
        return names.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                VERIFIED + " and d.organization.realmId = :realm and d.name in :names",
                                VerifiedDomain.class)
                        .setParameter("realm", realmId)
                        .setParameter("names", names)
                        .getResultList();
    }
}
