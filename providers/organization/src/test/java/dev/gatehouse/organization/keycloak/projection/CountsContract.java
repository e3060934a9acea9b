package dev.gatehouse.organization.keycloak.projection;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.keycloak.projection.jpa.StoredMembers;
import dev.gatehouse.organization.projection.Count;
import dev.gatehouse.organization.projection.Metric;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is counted of an organization, on every database. */
abstract class CountsContract extends ProjectionGround {

    @Test
    void countsFollowEachMember() {
        database.run(entities -> {
            Stream.of("anna", "bert").forEach(user -> member(entities, "acme", user));
            join(entities, "role-admin", "bert");
            credential(entities, "bert", "otp");
        });
        project("anna", "bert");
        project("anna", "bert");
        assertThat(figures().members()).isEqualTo(2);
        assertThat(figures().byRole()).containsEntry("admin", 1L).containsEntry("member", 1L);
        assertThat(figures().withoutSecondFactor()).isEqualTo(1);

        database.run(entities -> entities.createNativeQuery("delete from USER_GROUP_MEMBERSHIP where USER_ID = 'bert'")
                .executeUpdate());
        project("anna", "bert");
        assertThat(figures().members()).isEqualTo(1);
        assertThat(figures().byRole()).containsEntry("admin", 0L);
        assertThat(found("", "bert")).isEmpty();
    }

    @Test
    void invitationsArePendingUntilTheyExpire() {
        database.run(entities -> Stream.of(
                        "'i1', 'acme', 1764000000", "'i2', 'acme', 1", "'i3', 'elsewhere-other', 1864000000")
                .forEach(row -> entities.createNativeQuery(
                                "insert into ORG_INVITATION (ID, ORGANIZATION_ID, EXPIRES_AT) values (" + row + ")")
                        .executeUpdate()));
        Instant now = Instant.ofEpochSecond(1763000000);
        assertThat(database.<Long>inTransaction(
                        entities -> tables(entities).counts().pendingInvitations("acme", now)))
                .isEqualTo(1);
    }

    @Test
    void foldingKeepsEverySumWhileOthersCount() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CompletableFuture<?> counting = CompletableFuture.allOf(IntStream.range(0, 3)
                .mapToObj(thread -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 100)
                                .forEach(number -> database.run(entities -> tables(entities)
                                        .counts()
                                        .add("acme", List.of(new Count(Metric.LOGIN_SUCCEEDED, "20261124", 1))))),
                        threads))
                .toArray(CompletableFuture[]::new));
        while (!counting.isDone()) {
            database.run(entities -> {
                if (tables(entities).checks().hold()) {
                    tables(entities).counts().fold(50, NOW);
                }
            });
        }
        counting.join();
        threads.shutdown();
        assertThat(figures().logins().get(29).succeeded()).isEqualTo(300);
        while (database.<Integer>inTransaction(
                        entities -> tables(entities).counts().fold(50, NOW))
                > 0) {
            assertThat(figures().logins().get(29).succeeded()).isEqualTo(300);
        }
        assertThat(rows("GATEHOUSE_ORG_COUNT")).isEqualTo(1);
    }

    @Test
    void refusalsAreNotedByTheHourForOrganizationsThatThereAre() {
        database.run(entities ->
                tables(entities).counts().addPresent(Map.of("acme", 3L, "made up", 9L), Metric.RATE_LIMITED, NOW));
        assertThat(figures().rateLimited()).isEqualTo(3);
        assertThat(rows("GATEHOUSE_ORG_COUNT")).isEqualTo(1);
    }

    @Test
    void foldingForgetsDaysThatNobodyLooksAt() {
        count(Metric.LOGIN_FAILED, "20260901", 5);
        database.run(entities -> tables(entities).counts().fold(50, NOW));
        count(Metric.LOGIN_FAILED, "20261124", 1);
        database.run(entities -> tables(entities).counts().fold(50, NOW));
        assertThat(rows("GATEHOUSE_ORG_COUNT")).isEqualTo(1);
    }

    @Test
    void ofTwoLoginsAtTheSameMomentOneIsNoted() {
        database.run(entities -> member(entities, "acme", "anna"));
        project("anna");
        StoredMembers.Activity before = new StoredMembers.Activity(null, true);
        assertThat(loggedIn(before)).isTrue();
        assertThat(loggedIn(before)).isFalse();
        assertThat(loggedIn(new StoredMembers.Activity("20261124", true))).isTrue();
    }

    private boolean loggedIn(StoredMembers.Activity before) {
        return database.inTransaction(entities ->
                tables(entities).members().loggedIn("acme", "anna", before, "20261124", NOW.toEpochMilli()));
    }

    private void count(Metric metric, String bucket, long amount) {
        database.run(entities -> tables(entities).counts().add("acme", List.of(new Count(metric, bucket, amount))));
    }

    private static void credential(EntityManager entities, String user, String type) {
        entities.createNativeQuery("insert into CREDENTIAL (ID, TYPE, USER_ID) values (?1, ?2, ?1)")
                .setParameter(1, user)
                .setParameter(2, type)
                .executeUpdate();
    }
}
