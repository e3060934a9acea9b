package dev.gatehouse.organization.keycloak.jpa;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.group;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.list;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.organization;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the questions behind a decision promise on every database, on Keycloak's own entities. */
abstract class DecisionQueriesContract {

    private static final List<String> MARKS = List.of("gatehouse.role", "gatehouse.permission");

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
    void aMembershipIsReadWithItsRolesByIdAndByAlias() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            group(entities, "owners", "acme", "gatehouse.role", "owner");
            group(entities, "others", "acme", "gatehouse.role", "admin");
            group(entities, "elsewhere", "globex", "gatehouse.role", "admin");
            join(entities, "owners", "alice");
            join(entities, "elsewhere", "alice");
        });
        MembershipRow owner = new MembershipRow("alice", null, "acme", "acme", "owners", "gatehouse.role", "owner");
        assertThat(membership("demo", "alice", "acme")).containsExactly(owner);
        assertThat(membership("demo", "alice", "globex")).isEmpty();
        assertThat(membership("other", "alice", "acme")).isEmpty();
        assertThat(membership("demo", "absent", "acme")).isEmpty();
        assertThat(list(
                        database,
                        entities -> new DecisionQueries(entities)
                                .byId("demo", true, Set.of("alice", "bob"), Set.of("acme", "globex"), MARKS)))
                .containsExactly(owner);
        assertThat(list(
                        database,
                        entities -> new DecisionQueries(entities)
                                .byAlias("demo", true, Set.of("alice", "bob"), Set.of("acme", "globex"), MARKS)))
                .isEmpty();
        assertThat(list(database, entities -> new DecisionQueries(entities).all("demo", "alice", 10, MARKS)))
                .containsExactly(owner);
    }

    @Test
    void aDisabledUserOrOrganizationHasNoMembership() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            organization(entities, "closed", "demo", false);
            join(entities, "group-closed", "alice");
        });
        assertThat(membership("demo", "alice", "acme")).hasSize(1);
        assertThat(membership("demo", "alice", "closed")).isEmpty();
        database.run(entities -> entities.createNativeQuery("update USER_ENTITY set ENABLED = false where ID = 'alice'")
                .executeUpdate());
        assertThat(membership("demo", "alice", "acme")).isEmpty();
        assertThat(list(database, entities -> new DecisionQueries(entities).all("demo", "alice", 10, MARKS)))
                .isEmpty();
    }

    @Test
    void anAliasIsNeverTakenForTheIdOfAnother() {
        String id = "00000000-0000-4000-8000-000000000001";
        database.run(entities -> {
            member(entities, "acme", "mallory");
            entities.createNativeQuery("update ORG set ALIAS = 'globex' where ID = 'acme'")
                    .executeUpdate();
            entities.createNativeQuery("update ORG set ALIAS = 'victim' where ID = 'globex'")
                    .executeUpdate();
        });
        assertThat(membership("demo", "mallory", "globex")).isEmpty();
        assertThat(list(
                        database,
                        entities -> new DecisionQueries(entities)
                                .byAlias("demo", true, Set.of("mallory"), Set.of("globex"), MARKS)))
                .isEmpty();
        database.run(entities -> entities.createNativeQuery("update ORG set ALIAS = ?1 where ID = 'acme'")
                .setParameter(1, id)
                .executeUpdate());
        assertThat(membership("demo", "mallory", id)).isEmpty();
        assertThat(list(
                        database,
                        entities -> new DecisionQueries(entities)
                                .byAlias("demo", true, Set.of("mallory"), Set.of(id), MARKS)))
                .isEmpty();
        database.run(entities -> entities.createNativeQuery("update ORG set ALIAS = 'free' where ID = 'acme'")
                .executeUpdate());
        assertThat(membership("demo", "mallory", "free")).hasSize(1);
    }

    @Test
    void aFederatedUsersMembershipIsReadFromItsOwnTable() {
        String ldapUser = "f:ldap:dora";
        database.run(entities -> entities.createNativeQuery(
                        "insert into FED_USER_GROUP_MEMBERSHIP values ('group-acme', ?1, 'demo', 'ldap')")
                .setParameter(1, ldapUser)
                .executeUpdate());
        assertThat(membership("demo", ldapUser, "acme"))
                .extracting(MembershipRow::organizationId, MembershipRow::federationLink)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("acme", "federated"));
        assertThat(membership("demo", ldapUser, "globex")).isEmpty();
    }

    @Test
    void aDecisionCostsOneStatementAndAllPermissionsTwo() {
        database.run(entities -> {
            entities.createNativeQuery(
                            "insert into USER_ENTITY (ID, USERNAME, ENABLED, REALM_ID) values ('busy', 'busy', true, 'demo')")
                    .executeUpdate();
            IntStream.range(0, 300).forEach(number -> {
                organization(entities, "o%03d".formatted(number), "demo", true);
                join(entities, "group-o%03d".formatted(number), "busy");
            });
        });
        assertThat(statements(
                        database, entities -> new DecisionQueries(entities).membership("demo", "busy", "o007", MARKS)))
                .isEqualTo(1);
        assertThat(statements(database, entities -> new DecisionQueries(entities).all("demo", "busy", 1_000, MARKS)))
                .isEqualTo(2);
        assertThat(list(database, entities -> new DecisionQueries(entities).all("demo", "busy", 1_000, MARKS)))
                .hasSize(300);
        assertThat(list(database, entities -> new DecisionQueries(entities).all("demo", "busy", 20, MARKS)))
                .hasSize(20);
    }

    @Test
    void onlyGroupsOfTheRealmAreTheRealms() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            entities.createNativeQuery("insert into KEYCLOAK_GROUP (ID, NAME, TYPE) values ('staff', 'staff', 0)")
                    .executeUpdate();
            join(entities, "staff", "alice");
        });
        assertThat(list(database, entities -> new DecisionQueries(entities).realmGroups("alice")))
                .containsExactly("staff");
    }

    private List<MembershipRow> membership(String realm, String user, String organization) {
        return database.inTransaction(
                entities -> new DecisionQueries(entities).membership(realm, user, organization, MARKS));
    }
}
