package dev.gatehouse.organization.keycloak.domain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.OrganizationDomain;
import dev.gatehouse.organization.domain.ProofState;
import dev.gatehouse.organization.keycloak.jpa.Uniqueness;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.GroupAttributeEntity;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.OrganizationDomainEntity;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;

/** What the queries about domains promise on every database, on Keycloak's own entities. */
abstract class DomainQueriesContract {

    static final String CHANGELOG = "keycloak-tables-changelog.xml";
    static final Class<?>[] ENTITIES = {
        OrganizationEntity.class,
        OrganizationDomainEntity.class,
        GroupEntity.class,
        GroupAttributeEntity.class,
        UserEntity.class,
        UserAttributeEntity.class,
        UserRequiredActionEntity.class,
        CredentialEntity.class,
        FederatedIdentityEntity.class,
        UserGroupMembershipEntity.class,
        DomainClaim.class,
        ProvedDomain.class
    };

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final OrganizationDomain ACME = domain("acme.test");

    private TestDatabase database;

    abstract TestDatabase database();

    @BeforeEach
    void createTwoOrganizations() {
        database = database();
        database.run(entities -> {
            organization(entities, "acme", "demo");
            organization(entities, "globex", "demo");
            organization(entities, "elsewhere", "other");
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anyNumberOfOrganizationsClaimsTheSameDomain() {
        run(queries -> {
            queries.keepClaim("acme", ACME, "token-a");
            queries.keepClaim("globex", ACME, "token-g");
        });
        assertThat(this.<String>ask(
                        queries -> queries.claim("acme", ACME).orElseThrow().token()))
                .isEqualTo("token-a");
        assertThat(this.<String>ask(
                        queries -> queries.claim("globex", ACME).orElseThrow().token()))
                .isEqualTo("token-g");
        assertThat(this.<Long>ask(queries -> queries.countClaims("acme"))).isEqualTo(1);
        assertThat(this.<Boolean>ask(
                        queries -> queries.holdersOf("demo", List.of(ACME)).isEmpty()))
                .isTrue();
    }

    @Test
    void ofTwentyOrganizationsThatProveADomainAtOnceExactlyOneGetsIt() throws Exception {
        database.run(
                entities -> IntStream.range(0, 20).forEach(number -> organization(entities, "org-" + number, "demo")));
        ExecutorService threads = Executors.newFixedThreadPool(20);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                String organization = "org-" + number;
                Callable<Boolean> prove = () -> {
                    start.await();
                    try {
                        run(queries -> queries.keepProof("demo", organization, ACME, NOW, due(NOW)));
                        return true;
                    } catch (RuntimeException failure) {
                        assertThat(Uniqueness.isViolated(failure)).isTrue();
                        return false;
                    }
                };
                tries.add(threads.submit(prove));
            }
            start.countDown();
            int won = 0;
            for (Future<Boolean> one : tries) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameDomainIsSomebodyElsesInAnotherRealm() {
        run(queries -> {
            queries.keepProof("demo", "acme", ACME, NOW, due(NOW));
            queries.keepProof("other", "elsewhere", ACME, NOW, due(NOW));
        });
        assertThat(this.<String>ask(queries -> queries.proverOf("demo", ACME).orElseThrow()))
                .isEqualTo("acme");
        assertThat(this.<String>ask(queries -> queries.proverOf("other", ACME).orElseThrow()))
                .isEqualTo("elsewhere");
    }

    @Test
    void aDomainIsVerifiedByKeycloaksMarkOrByAProofOfOurs() {
        keycloakHas("acme", "marked.test", true);
        keycloakHas("acme", "acme.test", false);
        keycloakHas("acme", "claimed.test", false);
        run(queries -> {
            queries.keepProof("demo", "acme", ACME, NOW, due(NOW));
            // Keycloak has lost it: an administrator took it away.
            queries.keepProof("demo", "acme", domain("gone.test"), NOW, due(NOW));
        });
        assertThat(holder("ann@marked.test")).containsExactly("acme marked.test");
        assertThat(holder("ann@acme.test")).containsExactly("acme acme.test");
        assertThat(holder("ann@claimed.test")).isEmpty();
        assertThat(holder("ann@gone.test")).isEmpty();
        assertThat(holder("ann@sub.acme.test")).isEmpty();
        assertThat(holder("nobody")).isEmpty();
    }

    @Test
    void theClosestDomainHoldsAnAddress() {
        keycloakHas("acme", "*.acme.test", true);
        keycloakHas("globex", "eu.acme.test", true);
        assertThat(holder("ann@acme.test")).containsExactly("acme *.acme.test");
        assertThat(holder("ann@us.acme.test")).containsExactly("acme *.acme.test");
        assertThat(holder("ann@eu.acme.test")).containsExactly("globex eu.acme.test");
        assertThat(holder("ann@it.eu.acme.test")).containsExactly("acme *.acme.test");
        assertThat(this.<Long>ask(queries ->
                        (long) queries.holdersOf("demo", List.of(ACME)).size()))
                .isEqualTo(1);
        assertThat(this.<Boolean>ask(
                        queries -> queries.holdersOf("other", List.of(ACME)).isEmpty()))
                .isTrue();
    }

    @Test
    void aDueProofIsTakenByOneNodeAndComesBackAfterTheLease() {
        run(queries -> {
            queries.keepProof("demo", "acme", ACME, NOW, due(NOW));
            queries.keepProof("demo", "acme", domain("later.test"), NOW, due(NOW.plusSeconds(60)));
        });
        Duration lease = Duration.ofMinutes(5);
        assertThat(taken(NOW, lease)).containsExactly("acme.test");
        assertThat(taken(NOW, lease)).isEmpty();
        assertThat(taken(NOW.plus(lease), lease)).containsExactly("later.test");
        assertThat(taken(NOW.plus(lease), lease)).containsExactly("acme.test");
    }

    @Test
    void aProofThatAnotherNodeHoldsIsPassedOver() {
        run(queries -> queries.keepProof("demo", "acme", ACME, NOW, due(NOW)));
        database.run(entities -> {
            new DomainQueries(entities).takeDue(NOW, Duration.ofMinutes(5));
            entities.flush();
            assertThat(taken(NOW.plusSeconds(3600), Duration.ofMinutes(5))).isEmpty();
        });
    }

    @Test
    void theStateOfAProofIsKept() {
        run(queries -> queries.keepProof("demo", "acme", ACME, NOW, due(NOW)));
        ProofState missing = new ProofState(NOW.plusSeconds(5), NOW, 2);
        run(queries -> queries.proof("demo", ACME).orElseThrow().set(missing));
        assertThat(this.<ProofState>ask(
                        queries -> queries.proof("demo", ACME).orElseThrow().state()))
                .isEqualTo(missing);
    }

    @Test
    void aClaimThatWasMadeAnewIsAnotherOne() {
        run(queries -> queries.keepClaim("acme", ACME, "token"));
        DomainClaim read = ask(queries -> queries.claim("acme", ACME).orElseThrow());
        assertThat(this.<Boolean>ask(queries -> queries.stillThere(read))).isTrue();
        run(queries -> queries.removeClaim(queries.claim("acme", ACME).orElseThrow()));
        run(queries -> queries.keepClaim("acme", ACME, "another"));
        assertThat(this.<Boolean>ask(queries -> queries.stillThere(read))).isFalse();
    }

    @Test
    void rowsGoWithTheOrganization() {
        run(queries -> {
            queries.keepClaim("acme", ACME, "token");
            queries.keepProof("demo", "acme", ACME, NOW, due(NOW));
        });
        database.run(entities ->
                entities.createNativeQuery("delete from ORG where ID = 'acme'").executeUpdate());
        run(queries -> {
            assertThat(queries.claim("acme", ACME)).isEmpty();
            assertThat(queries.proof("demo", ACME)).isEmpty();
        });
    }

    private List<String> holder(String email) {
        return ask(queries -> queries.holderOf("demo", email).stream()
                .map(found -> found.organizationId() + " " + found.name())
                .toList());
    }

    private List<String> taken(Instant now, Duration lease) {
        return ask(queries ->
                queries.takeDue(now, lease).stream().map(ProvedDomain::name).toList());
    }

    private void keycloakHas(String organization, String name, boolean verified) {
        database.run(entities -> entities.createNativeQuery("insert into ORG_DOMAIN values (?1, ?1, ?2, ?3)")
                .setParameter(1, name)
                .setParameter(2, verified)
                .setParameter(3, organization)
                .executeUpdate());
    }

    private void run(java.util.function.Consumer<DomainQueries> work) {
        database.run(entities -> work.accept(new DomainQueries(entities)));
    }

    private <T> T ask(Function<DomainQueries, T> question) {
        return database.inTransaction(entities -> question.apply(new DomainQueries(entities)));
    }

    private static ProofState due(Instant at) {
        return new ProofState(at, null, 0);
    }

    private static OrganizationDomain domain(String name) {
        return OrganizationDomain.of(name).orElseThrow();
    }

    private static void organization(EntityManager entities, String id, String realm) {
        entities.createNativeQuery(
                        "insert into ORG (ID, NAME, ALIAS, ENABLED, REALM_ID, GROUP_ID) values (?1, ?1, ?1, true, ?2, ?1)")
                .setParameter(1, id)
                .setParameter(2, realm)
                .executeUpdate();
    }
}
