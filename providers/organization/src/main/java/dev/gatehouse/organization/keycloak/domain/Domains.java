package dev.gatehouse.organization.keycloak.domain;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.domain.Challenge;
import dev.gatehouse.organization.domain.DomainProofs;
import dev.gatehouse.organization.domain.DomainState;
import dev.gatehouse.organization.domain.Finding;
import dev.gatehouse.organization.domain.TextAnswer;
import dev.gatehouse.organization.domain.Unproved;
import dev.gatehouse.organization.keycloak.Gate;
import dev.gatehouse.organization.keycloak.Trail;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainClaim;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainQueries;
import dev.gatehouse.organization.keycloak.domain.jpa.ProvedDomain;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/**
 * The domains of an organization: claimed by whoever says so, verified once DNS agrees. A claim gives nothing and keeps
 * nobody out; a verified domain is one organization's in its realm.
 */
public final class Domains {

    private static final String POINTER = "/domain";

    private final KeycloakSession session;
    private final Gate gate;
    private final DomainProofs proofs;
    private final DomainQueries queries;
    private final KeycloakDomains keycloak;

    public Domains(KeycloakSession session, Gate gate, DomainProofs proofs) {
        this.session = session;
        this.gate = gate;
        this.proofs = proofs;
        this.queries = DomainQueries.of(EntityManagers.of(session));
        this.keycloak = new KeycloakDomains(session);
    }

    /** All of them, verified or not, in the order of their names. */
    public Outcome<Page<DomainState>> list(Caller caller, String organizationId, String after, int limit) {
        return gate.enter(
                caller,
                organizationId,
                Permission.DOMAINS_MANAGE,
                place -> Outcome.done(Page.of(
                        states(organizationId).stream()
                                .filter(state -> state.name().compareTo(after) > 0)
                                .limit(limit + 1L)
                                .toList(),
                        limit,
                        DomainState::name)));
    }

    /** Claims the domain. Safe to call twice: the token stays, so that a record that was set meanwhile is right. */
    public Outcome<DomainState> claim(Caller caller, String organizationId, @Nullable String text) {
        return gate.enter(caller, organizationId, Permission.DOMAINS_MANAGE, place -> {
            Outcome<OrganizationDomain> allowed = allowed(POINTER, text);
            if (!allowed.isDone()) {
                return Outcome.refused(allowed);
            }
            OrganizationDomain domain = allowed.get();
            OrganizationLock.of(EntityManagers.of(session)).take(organizationId);
            Optional<DomainClaim> known = queries.claim(organizationId, domain);
            if (known.isPresent()) {
                return known.get().name().equals(domain.name())
                        ? state(organizationId, domain.name())
                        : Outcome.refused(Verdict.DOMAIN_CLAIMED);
            }
            if (isAnothers(organizationId, List.of(domain))) {
                return Outcome.refused(Verdict.DOMAIN_TAKEN);
            }
            if (queries.countClaims(organizationId) >= DomainProofs.MAXIMUM_DOMAINS) {
                return Outcome.refused(Verdict.TOO_MANY_DOMAINS);
            }
            queries.keepClaim(organizationId, domain, proofs.newToken());
            note(caller, OperationType.CREATE, organizationId, domain.name());
            return state(organizationId, domain.name());
        });
    }

    /** Verifies the domain, if DNS has the record. Nothing is locked while name servers are waited for. */
    public Outcome<DomainState> verify(Caller caller, String organizationId, String text) {
        return gate.enter(caller, organizationId, Permission.DOMAINS_MANAGE, place -> {
            Optional<DomainClaim> claim = find(organizationId, text);
            if (claim.isEmpty()) {
                return Outcome.refused(Verdict.ABSENT_DOMAIN);
            }
            Challenge challenge = challenge(claim.get());
            TextAnswer answer = proofs.look(challenge);
            Finding finding = challenge.judge(answer);
            if (finding == Finding.UNANSWERED) {
                return Outcome.refused(Verdict.DNS_UNAVAILABLE, Unproved.error(challenge, answer));
            }
            if (finding.isMissing()) {
                return Outcome.refused(Verdict.DOMAIN_UNPROVED, Unproved.error(challenge, answer));
            }
            return keep(caller, organizationId, claim.get(), challenge.domain());
        });
    }

    /** Gives the domain up: the organization loses whatever it had by it, and another one can prove it. */
    public Outcome<Boolean> remove(Caller caller, String organizationId, String text) {
        return gate.enter(caller, organizationId, Permission.DOMAINS_MANAGE, place -> {
            OrganizationLock.of(EntityManagers.of(session)).take(organizationId);
            Optional<DomainClaim> claim = find(organizationId, text);
            Optional<OrganizationDomain> named = OrganizationDomain.of(text);
            String name = claim.map(DomainClaim::name)
                    .orElseGet(() -> named.map(OrganizationDomain::name).orElse(text));
            if (claim.isEmpty() && !keycloak.has(organizationId, name)) {
                return Outcome.refused(Verdict.ABSENT_DOMAIN);
            }
            claim.ifPresent(queries::removeClaim);
            queries.proofs(organizationId).stream()
                    .filter(proof -> proof.name().equals(name))
                    .forEach(queries::removeProof);
            keycloak.remove(organizationId, name);
            note(caller, OperationType.DELETE, organizationId, name);
            return Outcome.done(true);
        });
    }

    /** The domains that a new organization names, if it may claim them all. */
    public Outcome<Set<OrganizationDomain>> allowed(List<String> texts) {
        Set<OrganizationDomain> domains = new LinkedHashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            Outcome<OrganizationDomain> domain = allowed("/domains/" + at, texts.get(at));
            errors.addAll(domain.errors());
            if (domain.isDone()) {
                domains.add(domain.get());
            }
        }
        if (!errors.isEmpty()) {
            return new Outcome<>(Verdict.DOMAIN_REFUSED, null, errors);
        }
        return isAnothers(null, domains) ? Outcome.refused(Verdict.DOMAIN_TAKEN) : Outcome.done(domains);
    }

    /** What a new organization says is its own. */
    public void claimAll(String organizationId, Collection<OrganizationDomain> domains) {
        domains.forEach(domain -> queries.keepClaim(organizationId, domain, proofs.newToken()));
    }

    private Outcome<DomainState> keep(
            Caller caller, String organizationId, DomainClaim claim, OrganizationDomain domain) {
        OrganizationLock.of(EntityManagers.of(session)).take(organizationId);
        if (!queries.stillThere(claim)) {
            return Outcome.refused(Verdict.ABSENT_DOMAIN);
        }
        if (isAnothers(organizationId, List.of(domain))) {
            return Outcome.refused(Verdict.DOMAIN_TAKEN);
        }
        String realmId = session.getContext().getRealm().getId();
        Optional<ProvedDomain> before = queries.proof(realmId, domain);
        try {
            if (before.isPresent() && !before.get().organizationId().equals(organizationId)) {
                // Its organization has lost the domain in the admin console.
                queries.removeProof(before.get());
                before = Optional.empty();
            }
            if (before.isPresent()) {
                before.get().set(proofs.plan().proved(proofs.now()));
            } else {
                queries.keepProof(
                        realmId,
                        organizationId,
                        domain,
                        proofs.now(),
                        proofs.plan().proved(proofs.now()));
            }
        } catch (RuntimeException failure) {
            if (!Uniqueness.isViolated(failure)) {
                throw failure;
            }
            session.getTransactionManager().setRollbackOnly();
            return Outcome.refused(Verdict.DOMAIN_TAKEN);
        }
        keycloak.displace(organizationId, domain);
        keycloak.verified(organizationId, domain.name());
        note(caller, OperationType.UPDATE, organizationId, domain.name());
        return state(organizationId, domain.name());
    }

    private Outcome<OrganizationDomain> allowed(String pointer, @Nullable String text) {
        Checked<OrganizationDomain> checked = proofs.check(pointer, text);
        return checked.isGood()
                ? Outcome.done(checked.value())
                : new Outcome<>(Verdict.DOMAIN_REFUSED, null, checked.errors());
    }

    private boolean isAnothers(@Nullable String organizationId, Collection<OrganizationDomain> domains) {
        return queries.holdersOf(session.getContext().getRealm().getId(), domains).stream()
                .anyMatch(holder -> !holder.organizationId().equals(organizationId));
    }

    /** The claim that is written so; the other form of the same domain is not it. */
    private Optional<DomainClaim> find(String organizationId, String text) {
        return OrganizationDomain.of(text)
                .flatMap(domain -> queries.claim(organizationId, domain)
                        .filter(claim -> claim.name().equals(domain.name())));
    }

    private Outcome<DomainState> state(String organizationId, String name) {
        return states(organizationId).stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Verdict.ABSENT_DOMAIN));
    }

    /** Few: an organization claims at most {@value DomainProofs#MAXIMUM_DOMAINS}, and people type in the rest. */
    private List<DomainState> states(String organizationId) {
        Map<String, DomainClaim> claims = queries.claims(organizationId).stream()
                .collect(Collectors.toMap(DomainClaim::name, Function.identity()));
        Map<String, ProvedDomain> proved = queries.proofs(organizationId).stream()
                .collect(Collectors.toMap(ProvedDomain::name, Function.identity()));
        return OrganizationQueries.of(EntityManagers.of(session)).domains(List.of(organizationId)).stream()
                .map(row -> {
                    DomainClaim claim = claims.get(row.domain());
                    ProvedDomain proof = row.verified() ? proved.get(row.domain()) : null;
                    return new DomainState(
                            row.domain(),
                            row.verified(),
                            claim == null ? null : challenge(claim),
                            proof == null ? null : proof.provedAt(),
                            proof == null ? null : proof.state().missingSince());
                })
                .toList();
    }

    private static Challenge challenge(DomainClaim claim) {
        return new Challenge(OrganizationDomain.of(claim.name()).orElseThrow(), claim.token());
    }

    private void note(Caller caller, OperationType operation, String organizationId, String name) {
        Trail.of(session).note(caller, operation, ResourceType.ORGANIZATION, organizationId, "domains", name);
    }
}
