package dev.gatehouse.organization.keycloak.invitation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.invitation.MailAllowance;
import dev.gatehouse.organization.keycloak.jpa.InvitedRole;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.models.jpa.entities.CredentialEntity;
import org.keycloak.models.jpa.entities.FederatedIdentityEntity;
import org.keycloak.models.jpa.entities.GroupAttributeEntity;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.jpa.entities.OrganizationDomainEntity;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.OrganizationInvitationEntity;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRequiredActionEntity;

/** What invitations promise on every database, on Keycloak's own rows. */
abstract class InvitationQueriesContract {

    static final String CHANGELOG = "keycloak-tables-changelog.xml";
    static final Class<?>[] ENTITIES = {
        OrganizationEntity.class,
        OrganizationDomainEntity.class,
        OrganizationInvitationEntity.class,
        GroupEntity.class,
        GroupAttributeEntity.class,
        UserEntity.class,
        UserAttributeEntity.class,
        UserRequiredActionEntity.class,
        CredentialEntity.class,
        FederatedIdentityEntity.class,
        UserGroupMembershipEntity.class,
        InvitedRole.class,
        SentInvitation.class,
        InvitationMailing.class
    };

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int THREADS = 16;

    private TestDatabase database;

    abstract TestDatabase database();

    @BeforeEach
    void createTwoOrganizations() {
        database = database();
        database.run(entities -> List.of("acme", "globex")
                .forEach(id -> entities.createNativeQuery(
                                "insert into ORG (ID, NAME, ALIAS, ENABLED, REALM_ID, GROUP_ID)"
                                        + " values (?1, ?1, ?1, true, 'demo', ?2)")
                        .setParameter(1, id)
                        .setParameter(2, "group-" + id)
                        .executeUpdate()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasKeptIsFoundByItsDigestWithItsRoles() {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1", "admin", "member");

        InvitationRow row = query(queries -> queries.byDigest("digest-1")).orElseThrow();

        assertThat(row.email()).isEqualTo("ann@example.test");
        assertThat(row.organizationId()).isEqualTo("acme");
        assertThat(row.inviterId()).isEqualTo("alice");
        assertThat(row.message()).isEqualTo("Welcome");
        assertThat(this.<Map<String, List<String>>>query(queries -> queries.roles(List.of("i1"))))
                .isEqualTo(Map.of("i1", List.of("admin", "member")));
        assertThat(this.<Optional<InvitationRow>>query(queries -> queries.byDigest("digest-2")))
                .isEmpty();
        assertThat(this.<Optional<InvitationRow>>query(queries -> queries.find("globex", "i1")))
                .isEmpty();
    }

    @Test
    void anInvitationIsClaimedOnceThoughManyTryAtTheSameMoment() throws Exception {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1", "admin");

        assertThat(together(queries -> queries.claim("acme", "i1", NOW)))
                .filteredOn(won -> won)
                .hasSize(1);

        assertThat(this.<Optional<InvitationRow>>query(queries -> queries.byId("i1")))
                .isEmpty();
        assertThat(count("GATEHOUSE_INVITATION")).isZero();
        assertThat(count("GATEHOUSE_INVITED_ROLE")).isZero();
    }

    /** Each of them touches the organization's row and the invitation's: in one order, or they wait for each other. */
    @Test
    void anInvitationCanBeAcceptedWhileItIsSentAgain() throws Exception {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1", "admin");
        AtomicInteger number = new AtomicInteger();

        List<Boolean> outcomes = together(queries -> {
            int mine = number.getAndIncrement();
            if (mine % 2 == 0) {
                return queries.claim("acme", "i1", NOW);
            }
            queries.lock("acme");
            queries.renew("i1", "digest-again-" + mine, NOW.plusSeconds(60));
            return false;
        });

        assertThat(outcomes).filteredOn(won -> won).hasSize(1);
        assertThat(count("GATEHOUSE_INVITATION")).isZero();
    }

    @Test
    void aClaimThatIsRolledBackLeavesTheInvitationToOthers() {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1", "admin");
        database.run(entities -> {
            assertThat(new InvitationQueries(entities).claim("acme", "i1", NOW)).isTrue();
            entities.getTransaction().setRollbackOnly();
        });

        assertThat(this.<Boolean>query(queries -> queries.claim("acme", "i1", NOW)))
                .isTrue();
    }

    @Test
    void whatExpiredCannotBeClaimedAndKeepsNoSeat() {
        invitation("old", "acme", "old@example.test", NOW, "digest-1");
        invitation("good", "acme", "good@example.test", NOW.plusSeconds(1), "digest-2");
        invitation("other", "globex", "good@example.test", NOW.plusSeconds(1), "digest-3");

        assertThat(this.<Boolean>query(queries -> queries.claim("acme", "old", NOW)))
                .isFalse();
        assertThat(this.<Long>query(queries -> queries.pending("acme", NOW))).isEqualTo(1);
    }

    /** As Keycloak's registration does: it has loaded the invitation before, and removes it afterwards. */
    @Test
    void keycloakCanRemoveOnceMoreWhatWasClaimed() {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1");
        database.run(entities -> {
            entities.find(OrganizationInvitationEntity.class, "i1");
            assertThat(new InvitationQueries(entities).claim("acme", "i1", NOW)).isTrue();
            assertThat(entities.find(OrganizationInvitationEntity.class, "i1")).isNull();
        });
        assertThat(count("ORG_INVITATION")).isZero();
    }

    @Test
    void aNewTokenReplacesTheOneBefore() {
        invitation("i1", "acme", "ann@example.test", NOW, "digest-1", "admin");

        assertThat(this.<Boolean>query(queries -> queries.renew("i1", "digest-2", NOW.plusSeconds(60))))
                .isTrue();

        assertThat(this.<Optional<InvitationRow>>query(queries -> queries.byDigest("digest-1")))
                .isEmpty();
        assertThat(this.<Optional<InvitationRow>>query(queries -> queries.byDigest("digest-2"))
                        .orElseThrow()
                        .expiresAt())
                .isEqualTo((int) NOW.plusSeconds(60).getEpochSecond());
        assertThat(this.<Map<String, List<String>>>query(queries -> queries.roles(List.of("i1"))))
                .containsKey("i1");
    }

    @Test
    void anInvitationOfTheAdminConsoleGetsARowWhenItIsSentAgain() {
        database.run(entities -> keycloaks(entities, "i1", "acme", "ann@example.test", NOW));

        assertThat(this.<Boolean>query(queries -> queries.renew("i1", "digest-1", NOW.plusSeconds(60))))
                .isTrue();

        assertThat(this.<Optional<InvitationRow>>query(queries -> queries.byDigest("digest-1")))
                .isPresent();
        assertThat(this.<Boolean>query(queries -> queries.renew("absent", "digest-9", NOW)))
                .isFalse();
    }

    @Test
    void everyInvitationIsOnOnePageAndAPageCostsOneStatement() {
        IntStream.range(0, 7)
                .forEach(number -> invitation(
                        "i" + number,
                        "acme",
                        number + "@example.test",
                        NOW.plusSeconds(60),
                        "digest-" + number,
                        "admin"));
        invitation("i9", "globex", "x@example.test", NOW.plusSeconds(60), "digest-9");

        assertThat(this.<List<InvitationRow>>query(queries -> queries.page("acme", "", 5)))
                .extracting(InvitationRow::id)
                .containsExactly("i0", "i1", "i2", "i3", "i4");
        assertThat(this.<List<InvitationRow>>query(queries -> queries.page("acme", "i4", 5)))
                .extracting(InvitationRow::id)
                .containsExactly("i5", "i6");
        assertThat(statements(queries -> queries.page("acme", "", 7))).isEqualTo(1);
    }

    @Test
    void addressesAreLookedUpTogether() {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1");
        database.run(entities -> {
            entities.createNativeQuery(
                            "insert into USER_ENTITY (ID, USERNAME, EMAIL) values ('bob', 'bob', 'bob@example.test')")
                    .executeUpdate();
            entities.createNativeQuery("insert into USER_GROUP_MEMBERSHIP values ('group-acme', 'bob', 'UNMANAGED')")
                    .executeUpdate();
        });
        List<String> addresses = List.of("ann@example.test", "bob@example.test", "eve@example.test");

        assertThat(this.<Map<String, InvitationRow>>query(queries -> queries.byAddress("acme", addresses)))
                .containsOnlyKeys("ann@example.test");
        assertThat(this.<Set<String>>query(queries -> queries.membersAmong("group-acme", addresses)))
                .containsExactly("bob@example.test");
        assertThat(this.<Set<String>>query(queries -> queries.membersAmong("group-globex", addresses)))
                .isEmpty();
    }

    @Test
    void aMailboxIsNotFloodedThoughInvitationsAreTakenBackAndMadeAnew() {
        Instant now = NOW;
        List<Boolean> allowed = new ArrayList<>();
        for (int mail = 0; mail <= MailAllowance.MAXIMUM; mail++) {
            Instant at = now;
            allowed.add(query(queries -> queries.allowMail("acme", "address", at)));
            assertThat(this.<Boolean>query(queries -> queries.allowMail("acme", "address", at.plusSeconds(1))))
                    .as("a second later")
                    .isFalse();
            now = now.plus(MailAllowance.COOLDOWN);
        }
        assertThat(allowed).containsExactly(true, true, true, true, true, false);
        assertThat(this.<Boolean>query(queries -> queries.allowMail("globex", "address", NOW)))
                .isTrue();
        Instant tomorrow = NOW.plus(Duration.ofHours(25));
        assertThat(this.<Boolean>query(queries -> queries.allowMail("acme", "address", tomorrow)))
                .isTrue();
    }

    @Test
    void atTheSameMomentOneMailIsAllowed() throws Exception {
        assertThat(together(queries -> {
                    queries.lock("acme");
                    return queries.allowMail("acme", "address", NOW);
                }))
                .filteredOn(allowed -> allowed)
                .hasSize(1);
    }

    @Test
    void rowsGoWithTheOrganization() {
        invitation("i1", "acme", "ann@example.test", NOW.plusSeconds(60), "digest-1", "admin");
        query(queries -> queries.allowMail("acme", "address", NOW));
        database.run(entities ->
                entities.createNativeQuery("delete from ORG where ID = 'acme'").executeUpdate());
        assertThat(count("GATEHOUSE_INVITATION")).isZero();
        assertThat(count("GATEHOUSE_INVITED_ROLE")).isZero();
        assertThat(count("GATEHOUSE_INVITATION_MAIL")).isZero();
    }

    private void invitation(String id, String organization, String email, Instant end, String digest, String... roles) {
        database.run(entities -> {
            keycloaks(entities, id, organization, email, end);
            new InvitationQueries(entities).keep(id, digest, "alice", false, "Welcome", List.of(roles));
        });
    }

    private static void keycloaks(EntityManager entities, String id, String organization, String email, Instant end) {
        OrganizationInvitationEntity row = new OrganizationInvitationEntity(id, organization, email, null, null);
        row.setExpiresAt((int) end.getEpochSecond());
        entities.persist(row);
    }

    private <T> T query(Function<InvitationQueries, T> query) {
        return database.inTransaction(entities -> query.apply(new InvitationQueries(entities)));
    }

    private List<Boolean> together(Function<InvitationQueries, Boolean> attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        Callable<Boolean> one = () -> {
            start.await();
            return query(attempt);
        };
        try {
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                attempts.add(threads.submit(one));
            }
            start.countDown();
            List<Boolean> outcomes = new ArrayList<>();
            for (Future<Boolean> outcome : attempts) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private long count(String table) {
        return database.inTransaction(entities -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    private long statements(Function<InvitationQueries, ?> query) {
        Statistics statistics =
                database.entityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        query(query);
        return statistics.getPrepareStatementCount();
    }
}
