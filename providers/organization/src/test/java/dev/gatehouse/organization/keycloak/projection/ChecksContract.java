package dev.gatehouse.organization.keycloak.projection;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.keycloak.projection.jpa.OrganizationCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the projection is built and mended, on every database. */
abstract class ChecksContract extends ProjectionGround {

    @Test
    void aCheckBuildsWhatIsMissingAndMendsWhatIsWrong() {
        database.run(entities ->
                IntStream.range(0, 25).forEach(number -> member(entities, "acme", "user%02d".formatted(number))));
        check();
        assertThat(figures().members()).isEqualTo(25);
        assertThat(found("", "user")).hasSize(25);
        database.run(entities -> {
            rename(entities, "user01", "Renamed", "Unheard");
            Stream.of(
                            "delete from GATEHOUSE_ORG_DIRECTORY where USER_ID = 'user02'",
                            "delete from USER_GROUP_MEMBERSHIP where USER_ID = 'user03'",
                            "update GATEHOUSE_ORG_COUNT set AMOUNT = AMOUNT + 7 where METRIC = 'MEMBERS' and ID ="
                                    + " (select min(ID) from GATEHOUSE_ORG_COUNT where METRIC = 'MEMBERS')",
                            "insert into GATEHOUSE_ORG_DIRECTORY values ('acme', 'owner', '', 'user04')")
                    .forEach(change -> entities.createNativeQuery(change).executeUpdate());
        });
        OrganizationCheck ended = check();
        assertThat(ended.seen()).isEqualTo(24);
        assertThat(ended.mended()).isGreaterThanOrEqualTo(4);
        assertThat(figures().members()).isEqualTo(24);
        assertThat(figures().byRole()).containsEntry("owner", 0L).containsEntry("member", 24L);
        assertThat(found("", "unheard")).containsExactly("user01");
        assertThat(found("", "user")).hasSize(24);
        assertThat(found("owner", "")).isEmpty();
        assertThat(check().mended()).isZero();
    }

    @Test
    void aCheckGoesOnWhereItStoodAndComesBackWhenItsTimeHasCome() {
        database.run(entities ->
                IntStream.range(0, 12).forEach(number -> member(entities, "acme", "user%02d".formatted(number))));
        Optional<OrganizationCheck> first = next(NOW);
        assertThat(first)
                .hasValueSatisfying(check -> assertThat(check.organizationId()).isEqualTo("acme"));
        database.run(entities -> step(entities, first.orElseThrow()));
        assertThat(next(NOW)).hasValueSatisfying(check -> {
            assertThat(check.after()).isEqualTo("user04");
            assertThat(check.seen()).isEqualTo(5);
        });
        check();
        assertThat(next(NOW)).isEmpty();
        assertThat(next(NOW.plusMillis(1))).isPresent();
        assertThat(database.<Integer>inTransaction(
                        entities -> tables(entities).checks().unbuilt(DEMO, 10)))
                .isZero();
    }

    @Test
    void whereGatehouseWasOffAndOnAgainAllIsBuiltAnew() {
        check();
        database.run(entities -> tables(entities).checks().forgetOthers(DEMO));
        assertThat(next(NOW)).isEmpty();
        database.run(entities -> tables(entities).checks().forgetOthers(Set.of("elsewhere")));
        assertThat(next(NOW))
                .hasValueSatisfying(check -> assertThat(check.checkedAt()).isNull());
        check();
        database.run(entities -> tables(entities).checks().forgetOthers(Set.of()));
        assertThat(next(NOW)).isPresent();
    }

    @Test
    void whoJoinsOrLeavesDuringTheRebuildIsNeitherLostNorCountedTwice() {
        database.run(entities ->
                IntStream.range(0, 60).forEach(number -> member(entities, "acme", "user%02d".formatted(number))));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CompletableFuture<?> changing = CompletableFuture.allOf(IntStream.range(0, 3)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> changeMembers(thread), threads))
                .toArray(CompletableFuture[]::new));
        while (!changing.isDone()) {
            check();
        }
        changing.join();
        threads.shutdown();
        OrganizationCheck last = check();
        Set<String> members = new HashSet<>(truth());
        assertThat(members).hasSize(60 + 30 - 30);
        assertThat(figures().members()).isEqualTo(members.size());
        assertThat(figures().byRole())
                .containsEntry("member", (long) members.size() - 15)
                .containsEntry("admin", 15L);
        assertThat(found("", "")).isEmpty();
        assertThat(Stream.concat(found("member", "").stream(), found("admin", "").stream()))
                .containsExactlyInAnyOrderElementsOf(members);
        assertThat(last.mended()).isZero();
    }

    /** Ten of the first sixty leave, ten new ones join, half of them with a role. */
    private void changeMembers(int thread) {
        for (int number = 0; number < 10; number++) {
            String leaver = "user%02d".formatted(thread * 20 + number);
            String joiner = "new%d%02d".formatted(thread, number);
            boolean admin = number % 2 == 0;
            database.run(entities -> {
                entities.createNativeQuery("delete from USER_GROUP_MEMBERSHIP where USER_ID = ?1")
                        .setParameter(1, leaver)
                        .executeUpdate();
                projector(entities).project("acme", "group-acme", Set.of(leaver));
            });
            database.run(entities -> {
                member(entities, "acme", joiner);
                if (admin) {
                    join(entities, "role-admin", joiner);
                }
                projector(entities).project("acme", "group-acme", Set.of(joiner));
            });
        }
    }

    @Test
    void onlyOneAtATimeHoldsTheWork() {
        database.run(entities -> {
            assertThat(tables(entities).checks().hold()).isTrue();
            database.run(others -> assertThat(tables(others).checks().hold()).isFalse());
        });
        database.run(entities -> assertThat(tables(entities).checks().hold()).isTrue());
    }

    @Test
    void allGoesWithTheOrganization() {
        database.run(entities -> member(entities, "acme", "anna"));
        check();
        database.run(entities ->
                entities.createNativeQuery("delete from ORG where ID = 'acme'").executeUpdate());
        for (String table : List.of(
                "GATEHOUSE_ORG_DIRECTORY",
                "GATEHOUSE_ORG_COUNT",
                "GATEHOUSE_ORG_CHECK",
                "GATEHOUSE_ORGANIZATION_MEMBER")) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    private List<String> truth() {
        return database.inTransaction(entities -> tables(entities).truth().local("group-acme", "", 200));
    }
}
