package dev.gatehouse.organization.keycloak.admission.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.admission.Admission;
import dev.gatehouse.organization.keycloak.jpa.KeycloakTables;
import dev.gatehouse.organization.keycloak.jpa.OrganizationLock;
import dev.gatehouse.organization.policy.DomainPolicy;
import dev.gatehouse.organization.policy.SeatPolicy;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counting seats promises on every database. */
abstract class SeatQueriesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final int PEOPLE = 200;
    private static final int THREADS = 50;

    private TestDatabase database;

    abstract TestDatabase database();

    @BeforeEach
    void createTwoOrganizations() {
        database = database();
        database.run(entities -> {
            KeycloakTables.organization(entities, "acme", "demo", true);
            KeycloakTables.organization(entities, "globex", "demo", true);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void membersAndPromisesOfOneOrganizationAreCounted() {
        database.run(entities -> {
            people(entities, 3);
            join(entities, "acme", "person-0");
            join(entities, "acme", "person-1");
            join(entities, "globex", "person-2");
            entities.createNativeQuery(
                            "insert into FED_USER_GROUP_MEMBERSHIP values ('group-acme', 'f:ldap:dora', 'demo', 'ldap')")
                    .executeUpdate();
            invite(entities, "acme", "i1", "Ann@example.test", NOW.plusSeconds(60));
            invite(entities, "acme", "i2", "bob@example.test", NOW.plusSeconds(60));
            invite(entities, "acme", "i3", "late@example.test", NOW);
            invite(entities, "globex", "i4", "ann@example.test", NOW.plusSeconds(60));
        });
        database.run(entities -> {
            SeatQueries seats = new SeatQueries(entities);
            assertThat(seats.membersBeside("acme", "")).isEqualTo(3);
            assertThat(seats.membersBeside("acme", "person-0")).isEqualTo(2);
            assertThat(seats.membersBeside("acme", "f:ldap:dora")).isEqualTo(2);
            assertThat(seats.promisedBeside("acme", "", NOW)).isEqualTo(2);
            assertThat(seats.promisedBeside("acme", "ANN@example.test", NOW)).isEqualTo(1);
        });
    }

    @Test
    void ofTwoHundredWhoJoinAtOneSeatBelowTheLimitExactlyOneGetsIn() throws Exception {
        assertThat(joinAtOnce(new SeatPolicy(1))).isEqualTo(1);
        assertThat(members()).isEqualTo(1);
        assertThat(joinAtOnce(new SeatPolicy(1))).isZero();
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void ofTwoHundredWhoJoinAtSevenFreeSeatsExactlySevenGetIn() throws Exception {
        assertThat(joinAtOnce(new SeatPolicy(7))).isEqualTo(7);
        assertThat(members()).isEqualTo(7);
    }

    private int joinAtOnce(SeatPolicy policy) throws Exception {
        database.run(entities -> people(entities, PEOPLE));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> joins = new ArrayList<>();
            IntStream.range(0, PEOPLE)
                    .forEach(number -> joins.add(threads.submit(() -> {
                        start.await();
                        return joined("person-" + number, policy);
                    })));
            start.countDown();
            int won = 0;
            for (Future<Boolean> join : joins) {
                won += join.get() ? 1 : 0;
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As Keycloak does it: the membership is there before anybody is asked, and rolled back if they say no. */
    private boolean joined(String user, SeatPolicy policy) {
        return database.inTransaction(entities -> {
            if (new SeatQueries(entities).membersBeside("acme", "")
                    > new SeatQueries(entities).membersBeside("acme", user)) {
                return false;
            }
            join(entities, "acme", user);
            new OrganizationLock(entities).take("acme");
            SeatQueries seats = new SeatQueries(entities);
            Admission admission = Admission.toMembership(
                    DomainPolicy.NONE,
                    policy,
                    false,
                    false,
                    seats.membersBeside("acme", user),
                    seats.promisedBeside("acme", "", NOW));
            if (admission != Admission.ADMITTED) {
                entities.getTransaction().setRollbackOnly();
                entities.getTransaction().rollback();
                entities.getTransaction().begin();
            }
            return admission == Admission.ADMITTED;
        });
    }

    private long members() {
        return database.inTransaction(entities -> new SeatQueries(entities).membersBeside("acme", ""));
    }

    private static void people(EntityManager entities, int number) {
        IntStream.range(0, number)
                .mapToObj(person -> "person-" + person)
                .filter(person -> entities.createNativeQuery("select 1 from USER_ENTITY where ID = ?1")
                        .setParameter(1, person)
                        .getResultList()
                        .isEmpty())
                .forEach(person -> entities.createNativeQuery(
                                "insert into USER_ENTITY (ID, USERNAME, EMAIL) values (?1, ?1, ?2)")
                        .setParameter(1, person)
                        .setParameter(2, person + "@example.test")
                        .executeUpdate());
    }

    private static void join(EntityManager entities, String organization, String user) {
        entities.createNativeQuery("insert into USER_GROUP_MEMBERSHIP values (?1, ?2, 'UNMANAGED')")
                .setParameter(1, "group-" + organization)
                .setParameter(2, user)
                .executeUpdate();
    }

    private static void invite(EntityManager entities, String organization, String id, String email, Instant end) {
        entities.createNativeQuery(
                        "insert into ORG_INVITATION (ID, ORGANIZATION_ID, EMAIL, EXPIRES_AT) values (?1, ?2, ?3, ?4)")
                .setParameter(1, id)
                .setParameter(2, organization)
                .setParameter(3, email)
                .setParameter(4, (int) end.getEpochSecond())
                .executeUpdate();
    }
}
