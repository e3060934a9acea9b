package dev.gatehouse.organization.keycloak.projection;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.organization;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.projection.jpa.Found;
import dev.gatehouse.organization.keycloak.projection.jpa.OrganizationCheck;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.keycloak.projection.jpa.StoredMembers;
import dev.gatehouse.organization.projection.Count;
import dev.gatehouse.organization.projection.DashboardFigures;
import dev.gatehouse.organization.projection.MemberNames;
import dev.gatehouse.organization.projection.Metric;
import dev.gatehouse.organization.projection.SearchTerms;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the projection promises on every database, on Keycloak's own tables. */
abstract class ProjectionContract {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Set<String> DEMO = Set.of("demo");

    private TestDatabase database;

    abstract TestDatabase database();

    @BeforeEach
    void createOrganizations() {
        database = database();
        database.run(entities -> {
            organization(entities, "acme", "demo", true);
            organization(entities, "other", "elsewhere", true);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void membersAreFoundByTheStartOfTheirNamesAndByTheirRole() {
        database.run(entities -> {
            Stream.of("anna", "anton", "bert").forEach(user -> member(entities, "acme", user));
            join(entities, "role-admin", "anton");
        });
        project("anna", "anton", "bert", "absent");
        assertThat(found("", "an")).containsExactly("anna", "anton");
        assertThat(found("", "bert@ex")).containsExactly("bert");
        assertThat(found("admin", "")).containsExactly("anton");
        assertThat(found("member", "")).containsExactly("anna", "bert");
        assertThat(found("member", "an")).containsExactly("anna");
        assertThat(found("admin", "b")).isEmpty();
        assertThat(found("absent", "")).isEmpty();
    }

    @Test
    void everybodyWhoMatchesIsOnExactlyOnePageHoweverManyOfTheirNamesMatch() {
        database.run(entities -> IntStream.range(0, 17).forEach(number -> {
            member(entities, "acme", "anna%02d".formatted(number));
            rename(entities, "anna%02d".formatted(number), "Anja", "Anders");
        }));
        project(IntStream.range(0, 17).mapToObj("anna%02d"::formatted).toArray(String[]::new));
        List<String> seen = new ArrayList<>();
        Found after = null;
        do {
            Found last = after;
            List<Found> page = database.inTransaction(entities -> directoryPage(entities, "", start("an"), last, 5));
            page.forEach(found -> seen.add(found.userId()));
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (after != null);
        assertThat(seen).hasSize(17).doesNotHaveDuplicates();
    }

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
    void whoWasRenamedIsFoundByTheNewNameOnly() {
        database.run(entities -> member(entities, "acme", "anna"));
        project("anna");
        database.run(entities -> rename(entities, "anna", "Zoe", "Novak"));
        assertThat(database.<Integer>inTransaction(
                        entities -> projector(entities).project("acme", "group-acme", Set.of("anna"))))
                .isEqualTo(1);
        assertThat(found("", "nov")).containsExactly("anna");
        assertThat(found("", "zoe")).containsExactly("anna");
    }

    @Test
    void aMemberOfAFederationIsProjectedLikeAnyOther() {
        database.run(entities -> federated(entities, "f:ldap:dora"));
        project("f:ldap:dora");
        assertThat(found("", "name of f:ldap:d")).containsExactly("f:ldap:dora");
        assertThat(figures().members()).isEqualTo(1);
        assertThat(database.<List<String>>inTransaction(
                        entities -> tables(entities).truth().federated("group-acme", "", 10)))
                .containsExactly("f:ldap:dora");
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
    void onlyMembersAreShownWhateverIsStored() {
        database.run(entities -> member(entities, "acme", "anna"));
        project("anna");
        database.run(entities ->
                entities.createNativeQuery("delete from USER_GROUP_MEMBERSHIP").executeUpdate());
        assertThat(database.<Set<String>>inTransaction(entities -> tables(entities)
                        .truth()
                        .among("acme", "group-acme", Set.of("anna"))
                        .keySet()))
                .isEmpty();
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
    void ofTwoLoginsAtTheSameMomentOneIsNoted() {
        database.run(entities -> member(entities, "acme", "anna"));
        project("anna");
        StoredMembers.Activity before = new StoredMembers.Activity(null, true);
        assertThat(loggedIn(before)).isTrue();
        assertThat(loggedIn(before)).isFalse();
        assertThat(loggedIn(new StoredMembers.Activity("20261124", true))).isTrue();
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

    @Test
    void statementsAreAsManyForMoreThanAPageOfMembersAsForTen() {
        database.run(entities ->
                IntStream.range(0, 10).forEach(number -> member(entities, "acme", "user%04d".formatted(number))));
        check();
        List<Long> atTen = statementsOfEachReader();
        database.run(entities ->
                IntStream.range(10, 300).forEach(number -> member(entities, "acme", "user%04d".formatted(number))));
        database.run(entities -> entities.createNativeQuery("update GATEHOUSE_ORG_CHECK set CHECKED_AT = null")
                .executeUpdate());
        IntStream.range(0, 3)
                .forEach(part -> project(IntStream.range(part * 100, part * 100 + 100)
                        .mapToObj("user%04d"::formatted)
                        .toArray(String[]::new)));
        assertThat(figures().members()).isEqualTo(300);
        assertThat(statementsOfEachReader()).isEqualTo(atTen).containsExactly(1L, 1L, 1L, 1L, 2L, 2L, 1L);
    }

    private List<Long> statementsOfEachReader() {
        List<String> ids =
                IntStream.range(0, 10).mapToObj("user%04d"::formatted).toList();
        return List.of(
                statements(database, entities -> tables(entities).truth().local("group-acme", "", 200)),
                statements(database, entities -> tables(entities).truth().federated("group-acme", "", 200)),
                statements(database, entities -> directoryPage(entities, "", start("user"), null, 200)),
                statements(database, entities -> directoryPage(entities, "member", "", null, 200)),
                statements(database, entities -> tables(entities).truth().among("acme", "group-acme", ids)),
                statements(database, entities -> tables(entities).truth().withCredential(ids, Set.of("otp"))),
                statements(database, entities -> tables(entities).counts().of("acme")));
    }

    private boolean loggedIn(StoredMembers.Activity before) {
        return database.inTransaction(entities ->
                tables(entities).members().loggedIn("acme", "anna", before, "20261124", NOW.toEpochMilli()));
    }

    private void project(String... users) {
        database.run(entities -> projector(entities).project("acme", "group-acme", List.of(users)));
    }

    /** A whole check, five members a step, each in a transaction of its own. */
    private OrganizationCheck check() {
        OrganizationCheck check = next(NOW.plus(Duration.ofDays(1))).orElseThrow();
        do {
            OrganizationCheck before = check;
            check = database.inTransaction(entities -> step(entities, before));
        } while (check.stage() != null);
        return check;
    }

    private Optional<OrganizationCheck> next(Instant before) {
        return database.inTransaction(entities -> tables(entities).checks().next(DEMO, before));
    }

    private static OrganizationCheck step(EntityManager entities, OrganizationCheck check) {
        return new CheckStep(tables(entities), projector(entities), CLOCK, 5).take(check);
    }

    private void count(Metric metric, String bucket, long amount) {
        database.run(entities -> tables(entities).counts().add("acme", List.of(new Count(metric, bucket, amount))));
    }

    private DashboardFigures figures() {
        return DashboardFigures.of(
                database.inTransaction(entities -> tables(entities).counts().of("acme")), NOW);
    }

    private List<String> found(String role, String search) {
        return database
                .<List<Found>>inTransaction(entities -> directoryPage(entities, role, start(search), null, 200))
                .stream()
                .map(Found::userId)
                .toList();
    }

    private static List<Found> directoryPage(
            EntityManager entities, String role, String start, @Nullable Found after, int limit) {
        return tables(entities).directory().page("acme", role, start, after, limit);
    }

    private static String start(String search) {
        return SearchTerms.start(search).orElse("");
    }

    private List<String> truth() {
        return database.inTransaction(entities -> tables(entities).truth().local("group-acme", "", 200));
    }

    private long rows(String table) {
        return database.inTransaction(entities -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    private static ProjectionTables tables(EntityManager entities) {
        return new ProjectionTables(entities);
    }

    private static Projector projector(EntityManager entities) {
        return new Projector(tables(entities), new GroupsAsRoles(entities));
    }

    private static void rename(EntityManager entities, String user, String first, String last) {
        entities.createNativeQuery("update USER_ENTITY set FIRST_NAME = ?2, LAST_NAME = ?3 where ID = ?1")
                .setParameter(1, user)
                .setParameter(2, first)
                .setParameter(3, last)
                .executeUpdate();
    }

    private static void credential(EntityManager entities, String user, String type) {
        entities.createNativeQuery("insert into CREDENTIAL (ID, TYPE, USER_ID) values (?1, ?2, ?1)")
                .setParameter(1, user)
                .setParameter(2, type)
                .executeUpdate();
    }

    private static void federated(EntityManager entities, String user) {
        entities.createNativeQuery("insert into FED_USER_GROUP_MEMBERSHIP values ('group-acme', ?1, 'demo', 'ldap')")
                .setParameter(1, user)
                .executeUpdate();
    }

    /** Whoever is in the group of that name is an admin. */
    private record GroupsAsRoles(EntityManager entities) implements Projector.Source {

        @Override
        public Map<String, List<String>> roles(Collection<String> userIds, String organizationId) {
            List<?> admins = entities.createNativeQuery(
                            "select USER_ID from USER_GROUP_MEMBERSHIP where GROUP_ID = 'role-admin'", String.class)
                    .getResultList();
            return userIds.stream()
                    .collect(Collectors.toMap(
                            user -> user, user -> List.of(admins.contains(user) ? "admin" : "member")));
        }

        @Override
        public Set<String> withSecondFactor(Collection<String> userIds) {
            return tables(entities).truth().withCredential(userIds, Set.of("otp"));
        }

        @Override
        public MemberNames namesOfFederated(String userId) {
            return new MemberNames("name of " + userId, null, null, null);
        }
    }
}
