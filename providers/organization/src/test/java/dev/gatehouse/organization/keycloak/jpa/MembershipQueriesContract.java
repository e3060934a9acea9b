package dev.gatehouse.organization.keycloak.jpa;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.group;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.list;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.organization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queries about members promise on every database, on Keycloak's own entities. */
abstract class MembershipQueriesContract {

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
    void theDayOfJoiningIsNotedOnce() {
        database.run(entities -> {
            MembershipQueries queries = new MembershipQueries(entities);
            queries.joined("acme", "alice", 1000);
            queries.joined("acme", "alice", 2000);
        });
        assertThat(list(
                        database,
                        entities -> new MembershipQueries(entities)
                                .joinedAt("acme", "alice").stream().toList()))
                .containsExactly(1000L);
    }

    @Test
    void aUsersGroupsAreReadPerOrganization() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            group(entities, "owners", "acme", "gatehouse.role", "owner");
            group(entities, "others", "globex", "gatehouse.role", "owner");
            join(entities, "owners", "alice");
        });
        List<String> names = List.of("gatehouse.role");
        database.run(entities -> {
            MembershipQueries queries = new MembershipQueries(entities);
            assertThat(queries.groupAttributesOf("alice", List.of("acme", "globex"), names))
                    .containsExactly(new AttributeRow("acme", "owners", "gatehouse.role", "owner"));
            assertThat(queries.groupAttributes(List.of("globex"), names))
                    .containsExactly(new AttributeRow("globex", "others", "gatehouse.role", "owner"));
            assertThat(queries.held(List.of("alice", "bob"), List.of("owners", "others")))
                    .containsExactly(new HeldGroup("alice", "owners"));
        });
    }

    @Test
    void whoManagesAUserIsReadForAllOrganizationsInOneStatement() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            join(entities, "group-globex", "alice");
            member(entities, "globex", "bob");
            entities.createNativeQuery("update USER_GROUP_MEMBERSHIP set MEMBERSHIP_TYPE = 'MANAGED'"
                            + " where USER_ID = 'alice' and GROUP_ID in (select GROUP_ID from ORG where ID = 'globex')")
                    .executeUpdate();
        });
        database.run(entities -> {
            MembershipQueries queries = new MembershipQueries(entities);
            assertThat(queries.managing("alice")).containsExactly("globex");
            assertThat(queries.managing("bob")).isEmpty();
        });
        assertThat(KeycloakTables.statements(database, entities -> new MembershipQueries(entities).managing("alice")))
                .isEqualTo(1);
    }

    @Test
    void rowsGoWithTheOrganization() {
        database.run(entities -> {
            MembershipQueries queries = new MembershipQueries(entities);
            queries.joined("acme", "alice", 1000);
        });
        database.run(entities -> {
            entities.createNativeQuery("delete from ORG where ID = 'acme'").executeUpdate();
        });
        assertThat(list(
                        database,
                        entities -> new MembershipQueries(entities)
                                .joinedAt("acme", "alice").stream().toList()))
                .isEmpty();
    }
}
