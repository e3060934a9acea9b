package dev.gatehouse.organization.keycloak.projection;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.organization;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.projection.jpa.Found;
import dev.gatehouse.organization.keycloak.projection.jpa.OrganizationCheck;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.DashboardFigures;
import dev.gatehouse.organization.projection.MemberNames;
import dev.gatehouse.organization.projection.SearchTerms;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A projection on every database, on Keycloak's own tables, with what its contracts do to it and ask of it. */
abstract class ProjectionGround {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Set<String> DEMO = Set.of("demo");

    TestDatabase database;

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

    void project(String... users) {
        database.run(entities -> projector(entities).project("acme", "group-acme", List.of(users)));
    }

    /** A whole check, five members a step, each in a transaction of its own. */
    OrganizationCheck check() {
        OrganizationCheck check = next(NOW.plus(Duration.ofDays(1))).orElseThrow();
        do {
            OrganizationCheck before = check;
            check = database.inTransaction(entities -> step(entities, before));
        } while (check.stage() != null);
        return check;
    }

    Optional<OrganizationCheck> next(Instant before) {
        return database.inTransaction(entities -> tables(entities).checks().next(DEMO, before));
    }

    static OrganizationCheck step(EntityManager entities, OrganizationCheck check) {
        return new CheckStep(tables(entities), projector(entities), CLOCK, 5).take(check);
    }

    DashboardFigures figures() {
        return DashboardFigures.of(
                database.inTransaction(entities -> tables(entities).counts().of("acme")), NOW);
    }

    List<String> found(String role, String search) {
        return database
                .<List<Found>>inTransaction(entities -> directoryPage(entities, role, start(search), null, 200))
                .stream()
                .map(Found::userId)
                .toList();
    }

    static List<Found> directoryPage(
            EntityManager entities, String role, String start, @Nullable Found after, int limit) {
        return tables(entities).directory().page("acme", role, start, after, limit);
    }

    static String start(String search) {
        return SearchTerms.start(search).orElse("");
    }

    long rows(String table) {
        return database.inTransaction(entities -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    static ProjectionTables tables(EntityManager entities) {
        return new ProjectionTables(entities);
    }

    static Projector projector(EntityManager entities) {
        return new Projector(tables(entities), new GroupsAsRoles(entities));
    }

    static void rename(EntityManager entities, String user, String first, String last) {
        entities.createNativeQuery("update USER_ENTITY set FIRST_NAME = ?2, LAST_NAME = ?3 where ID = ?1")
                .setParameter(1, user)
                .setParameter(2, first)
                .setParameter(3, last)
                .executeUpdate();
    }

    static void federated(EntityManager entities, String user) {
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
