package dev.gatehouse.organization.keycloak.projection;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.keycloak.projection.jpa.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How members are found, on every database. */
abstract class DirectoryContract extends ProjectionGround {

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
}
