package dev.gatehouse.organization.keycloak.jpa;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.attribute;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.list;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.organization;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queries about organizations promise on every database, on Keycloak's own entities. */
abstract class OrganizationQueriesContract {

    private TestDatabase database;

    abstract TestDatabase database();

    @BeforeEach
    void createTwoOrganizations() {
        database = database();
        database.run(entities -> {
            organization(entities, "acme", "demo", true);
            organization(entities, "globex", "demo", true);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMemberFindsTheOrganizationAndAnOutsiderFindsNothing() {
        database.run(entities -> member(entities, "acme", "alice"));
        assertThat(found("demo", "acme", "alice"))
                .extracting(OrganizationRow::alias)
                .containsExactly("acme");
        assertThat(found("demo", "globex", "alice")).isEmpty();
        assertThat(found("demo", "absent", "alice")).isEmpty();
        assertThat(found("other", "acme", "alice")).isEmpty();
    }

    @Test
    void anOutsiderCausesTheSameStatementsAsAnAbsentOrganization() {
        assertThat(statements(
                        database,
                        entities -> new OrganizationQueries(entities).organizationOf("demo", "globex", "alice")))
                .isEqualTo(statements(
                        database,
                        entities -> new OrganizationQueries(entities).organizationOf("demo", "absent", "alice")))
                .isEqualTo(1);
    }

    @Test
    void aDisabledOrganizationIsHiddenFromItsMembers() {
        database.run(entities -> {
            organization(entities, "closed", "demo", false);
            member(entities, "closed", "alice");
        });
        assertThat(found("demo", "closed", "alice")).isEmpty();
        assertThat(list(
                        database,
                        entities -> new OrganizationQueries(entities).organizationsOf("demo", "alice", null, "", 10)))
                .isEmpty();
        assertThat(list(
                        database,
                        entities -> new OrganizationQueries(entities).memberOf("alice", Set.of("closed", "acme"))))
                .containsExactly("closed");
    }

    @Test
    void aFederatedUserIsAMemberToo() {
        String ldapUser = "f:ldap:dora";
        database.run(entities -> entities.createNativeQuery(
                        "insert into FED_USER_GROUP_MEMBERSHIP values ('group-acme', ?1, 'demo', 'ldap')")
                .setParameter(1, ldapUser)
                .executeUpdate());
        assertThat(found("demo", "acme", ldapUser)).hasSize(1);
        assertThat(found("demo", "globex", ldapUser)).isEmpty();
    }

    @Test
    void organizationsAreListedByTheirKeyAndFoundByPartOfTheirName() {
        database.run(entities -> {
            organization(entities, "100%", "demo", true);
            organization(entities, "acme", "other", true);
            member(entities, "acme", "alice");
        });
        assertThat(list(
                        database,
                        entities -> new OrganizationQueries(entities).organizations("demo", null, "100%", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("acme", "globex");
        assertThat(list(database, entities -> new OrganizationQueries(entities).organizations("demo", "%", "", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("100%");
        assertThat(list(database, entities -> new OrganizationQueries(entities).organizations("demo", "ACM", "", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("acme");
        assertThat(list(
                        database,
                        entities -> new OrganizationQueries(entities).organizationsOf("demo", "alice", "e", "", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("acme");
    }

    @Test
    void namesAndAliasesAreTakenWithinOneRealm() {
        database.run(entities -> entities.createNativeQuery(
                        "insert into ORG_DOMAIN values ('d1', 'acme.example.test', true, 'acme')")
                .executeUpdate());
        database.run(entities -> {
            OrganizationQueries queries = new OrganizationQueries(entities);
            assertThat(queries.isAliasTaken("demo", "acme")).isTrue();
            assertThat(queries.isAliasTaken("other", "acme")).isFalse();
            assertThat(queries.isNameTaken("demo", "Name of acme")).isTrue();
            assertThat(queries.domains(List.of("acme", "globex")))
                    .containsExactly(new DomainRow("acme", "acme.example.test", true));
        });
    }

    @Test
    void aChoiceIsOfTheUsersOwnEnabledOrganizationsByName() {
        database.run(entities -> {
            organization(entities, "zeta", "demo", true);
            organization(entities, "closed", "demo", false);
            member(entities, "zeta", "alice");
            Stream.of("acme", "closed").forEach(id -> join(entities, "group-" + id, "alice"));
        });
        assertThat(choices(null, 10)).containsExactly("acme", "zeta");
        assertThat(choices(null, 1)).containsExactly("acme");
        assertThat(choices("ZET", 10)).containsExactly("zeta");
        assertThat(choices("glo", 10)).isEmpty();
        assertThat(choices("%", 10)).isEmpty();
    }

    @Test
    void policiesOfAllOrganizationsAreReadByOneStatementAndEachValueOnce() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            for (int number = 0; number < 50; number++) {
                organization(entities, "many-" + number, "demo", true);
                join(entities, "group-many-" + number, "alice");
                attribute(entities, "many-" + number, "gatehouse.policy.mfa.required", "true");
                attribute(entities, "many-" + number, "region", "eu");
            }
            attribute(entities, "globex", "gatehouse.policy.mfa.required", "of another");
            organization(entities, "closed", "demo", false);
            join(entities, "group-closed", "alice");
            attribute(entities, "closed", "gatehouse.policy.mfa.required", "of a closed one");
        });
        Function<EntityManager, List<AttributeValue>> read =
                entities -> new OrganizationQueries(entities).attributesOfAll("demo", "alice", "gatehouse.policy.");
        assertThat(list(database, read)).containsExactly(new AttributeValue("gatehouse.policy.mfa.required", "true"));
        assertThat(statements(database, read)).isEqualTo(1);
    }

    private List<String> choices(@Nullable String search, int maximum) {
        return list(database, entities -> new OrganizationQueries(entities).choices("demo", "alice", search, maximum))
                .stream()
                .map(OrganizationRow::id)
                .toList();
    }

    private List<OrganizationRow> found(String realm, String organization, String user) {
        return database.inTransaction(
                entities -> new OrganizationQueries(entities).organizationOf(realm, organization, user));
    }
}
