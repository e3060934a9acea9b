package dev.gatehouse.organization.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.keycloak.storage.jpa.entity.FederatedUserGroupMembershipEntity;

/** What the queries promise on every database, on Keycloak's own entities. */
abstract class QueriesContract {

    static final String CHANGELOG = "keycloak-tables-changelog.xml";
    static final Class<?>[] ENTITIES = {
        OrganizationEntity.class,
        OrganizationDomainEntity.class,
        GroupEntity.class,
        GroupAttributeEntity.class,
        UserEntity.class,
        UserAttributeEntity.class,
        UserRequiredActionEntity.class,
        CredentialEntity.class,
        FederatedIdentityEntity.class,
        UserGroupMembershipEntity.class,
        FederatedUserGroupMembershipEntity.class,
        OrganizationInvitationEntity.class,
        JoinedMember.class,
        InvitedRole.class
    };

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
    void everyMemberIsOnExactlyOnePage() {
        database.run(entities ->
                IntStream.range(0, 23).forEach(number -> member(entities, "acme", "user-%02d".formatted(number))));
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Page<MemberRow> page = membersAfter("acme", after, 5);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(5);
            page.items().forEach(member -> seen.add(member.id()));
            after = page.nextKey();
        }
        assertThat(seen).hasSize(23).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aPageSurvivesWhatIsInsertedBeforeIt() {
        database.run(entities -> Stream.of("b", "d", "f", "h").forEach(user -> member(entities, "acme", user)));
        Page<MemberRow> first = membersAfter("acme", "", 2);
        database.run(entities -> Stream.of("a", "c", "g").forEach(user -> member(entities, "acme", user)));
        assertThat(membersAfter("acme", String.valueOf(first.nextKey()), 10).items())
                .extracting(MemberRow::id)
                .containsExactly("f", "g", "h");
    }

    @Test
    void membersOfAnotherOrganizationAreNotListed() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            member(entities, "globex", "carol");
        });
        assertThat(membersAfter("acme", "", 10).items())
                .extracting(MemberRow::id)
                .containsExactly("alice");
    }

    @Test
    void theDayOfJoiningIsKnownOnlyWhereItWasNoted() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            member(entities, "acme", "bob");
            MembershipQueries queries = new MembershipQueries(entities);
            queries.joined("acme", "alice", 1000);
            queries.joined("acme", "alice", 2000);
        });
        assertThat(membersAfter("acme", "", 10).items())
                .extracting(MemberRow::joinedAt)
                .containsExactly(1000L, null);
        database.run(entities -> new MembershipQueries(entities).left("acme", "alice"));
        assertThat(list(entities -> new MembershipQueries(entities)
                        .joinedAt("acme", "alice").stream().toList()))
                .isEmpty();
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
        assertThat(statements(entities -> new OrganizationQueries(entities).organizationOf("demo", "globex", "alice")))
                .isEqualTo(statements(
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
        assertThat(list(entities -> new OrganizationQueries(entities).organizationsOf("demo", "alice", null, "", 10)))
                .isEmpty();
        assertThat(list(entities -> new OrganizationQueries(entities).memberOf("alice", Set.of("closed", "acme"))))
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
        assertThat(list(entities -> new OrganizationQueries(entities).organizations("demo", null, "100%", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("acme", "globex");
        assertThat(list(entities -> new OrganizationQueries(entities).organizations("demo", "%", "", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("100%");
        assertThat(list(entities -> new OrganizationQueries(entities).organizations("demo", "ACM", "", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("acme");
        assertThat(list(entities -> new OrganizationQueries(entities).organizationsOf("demo", "alice", "e", "", 10)))
                .extracting(OrganizationRow::id)
                .containsExactly("acme");
    }

    @Test
    void namesAliasesAndDomainsAreTakenWithinOneRealm() {
        database.run(entities -> entities.createNativeQuery(
                        "insert into ORG_DOMAIN values ('d1', 'acme.example.test', true, 'acme')")
                .executeUpdate());
        database.run(entities -> {
            OrganizationQueries queries = new OrganizationQueries(entities);
            assertThat(queries.isAliasTaken("demo", "acme")).isTrue();
            assertThat(queries.isAliasTaken("other", "acme")).isFalse();
            assertThat(queries.isNameTaken("demo", "Name of acme")).isTrue();
            assertThat(queries.takenDomains("demo", List.of("acme.example.test", "free.example.test")))
                    .containsExactly("acme.example.test");
            assertThat(queries.takenDomains("other", List.of("acme.example.test")))
                    .isEmpty();
            assertThat(queries.domains(List.of("acme", "globex")))
                    .containsExactly(new DomainRow("acme", "acme.example.test", true));
        });
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
        assertThat(list(entities -> new DecisionQueries(entities)
                        .byId("demo", true, Set.of("alice", "bob"), Set.of("acme", "globex"), MARKS)))
                .containsExactly(owner);
        assertThat(list(entities -> new DecisionQueries(entities)
                        .byAlias("demo", true, Set.of("alice", "bob"), Set.of("acme", "globex"), MARKS)))
                .isEmpty();
        assertThat(list(entities -> new DecisionQueries(entities).all("demo", "alice", 10, MARKS)))
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
        assertThat(list(entities -> new DecisionQueries(entities).all("demo", "alice", 10, MARKS)))
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
        assertThat(list(entities -> new DecisionQueries(entities)
                        .byAlias("demo", true, Set.of("mallory"), Set.of("globex"), MARKS)))
                .isEmpty();
        database.run(entities -> entities.createNativeQuery("update ORG set ALIAS = ?1 where ID = 'acme'")
                .setParameter(1, id)
                .executeUpdate());
        assertThat(membership("demo", "mallory", id)).isEmpty();
        assertThat(list(entities ->
                        new DecisionQueries(entities).byAlias("demo", true, Set.of("mallory"), Set.of(id), MARKS)))
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
        assertThat(statements(entities -> new DecisionQueries(entities).membership("demo", "busy", "o007", MARKS)))
                .isEqualTo(1);
        assertThat(statements(entities -> new DecisionQueries(entities).all("demo", "busy", 1_000, MARKS)))
                .isEqualTo(2);
        assertThat(list(entities -> new DecisionQueries(entities).all("demo", "busy", 1_000, MARKS)))
                .hasSize(300);
        assertThat(list(entities -> new DecisionQueries(entities).all("demo", "busy", 20, MARKS)))
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
        assertThat(list(entities -> new DecisionQueries(entities).realmGroups("alice")))
                .containsExactly("staff");
    }

    @Test
    void rowsGoWithTheOrganizationAndTheInvitation() {
        database.run(entities -> {
            MembershipQueries queries = new MembershipQueries(entities);
            queries.joined("acme", "alice", 1000);
            entities.createNativeQuery("insert into ORG_INVITATION (ID) values ('i1')")
                    .executeUpdate();
            queries.invited("i1", List.of("admin", "member"));
        });
        assertThat(list(entities -> new MembershipQueries(entities).invitedRoles("i1")))
                .containsExactlyInAnyOrder("admin", "member");
        database.run(entities -> {
            entities.createNativeQuery("delete from ORG_INVITATION").executeUpdate();
            entities.createNativeQuery("delete from ORG where ID = 'acme'").executeUpdate();
        });
        assertThat(list(entities -> new MembershipQueries(entities).invitedRoles("i1")))
                .isEmpty();
        assertThat(list(entities -> new MembershipQueries(entities)
                        .joinedAt("acme", "alice").stream().toList()))
                .isEmpty();
    }

    @Test
    void aPageCostsOneStatementWhateverItHolds() {
        database.run(entities ->
                IntStream.range(0, 200).forEach(number -> member(entities, "acme", "user-%03d".formatted(number))));
        assertThat(statements(entities -> new MembershipQueries(entities).members("acme", "group-acme", "", 2)))
                .isEqualTo(1);
        assertThat(statements(entities -> new MembershipQueries(entities).members("acme", "group-acme", "", 200)))
                .isEqualTo(1);
    }

    private List<MembershipRow> membership(String realm, String user, String organization) {
        return query(entities -> new DecisionQueries(entities).membership(realm, user, organization, MARKS));
    }

    private Page<MemberRow> membersAfter(String organization, String after, int limit) {
        return query(entities -> Page.of(
                new MembershipQueries(entities).members(organization, "group-" + organization, after, limit + 1),
                limit,
                MemberRow::id));
    }

    private List<OrganizationRow> found(String realm, String organization, String user) {
        return query(entities -> new OrganizationQueries(entities).organizationOf(realm, organization, user));
    }

    private <T> List<T> list(Function<EntityManager, ? extends Collection<T>> query) {
        return List.copyOf(database.inTransaction(query));
    }

    private <T> T query(Function<EntityManager, T> query) {
        return database.inTransaction(query);
    }

    private long statements(Function<EntityManager, ?> query) {
        Statistics statistics =
                database.entityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        database.inTransaction(query);
        return statistics.getPrepareStatementCount();
    }

    static void organization(EntityManager entities, String id, String realm, boolean enabled) {
        String key = realm.equals("demo") ? id : realm + "-" + id;
        entities.createNativeQuery(
                        "insert into ORG (ID, NAME, ALIAS, ENABLED, REALM_ID, GROUP_ID) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, key)
                .setParameter(2, "Name of " + id)
                .setParameter(3, id)
                .setParameter(4, enabled)
                .setParameter(5, realm)
                .setParameter(6, "group-" + key)
                .executeUpdate();
        entities.createNativeQuery("insert into KEYCLOAK_GROUP (ID, NAME, TYPE, ORG_ID) values (?1, ?2, 1, ?2)")
                .setParameter(1, "group-" + key)
                .setParameter(2, key)
                .executeUpdate();
    }

    static void group(EntityManager entities, String id, String organization, String name, String value) {
        entities.createNativeQuery("insert into KEYCLOAK_GROUP (ID, NAME, TYPE, ORG_ID) values (?1, ?1, 1, ?2)")
                .setParameter(1, id)
                .setParameter(2, organization)
                .executeUpdate();
        entities.createNativeQuery("insert into GROUP_ATTRIBUTE (ID, NAME, VALUE, GROUP_ID) values (?1, ?2, ?3, ?1)")
                .setParameter(1, id)
                .setParameter(2, name)
                .setParameter(3, value)
                .executeUpdate();
    }

    static void member(EntityManager entities, String organization, String user) {
        entities.createNativeQuery(
                        "insert into USER_ENTITY (ID, USERNAME, EMAIL, ENABLED, REALM_ID) values (?1, ?1, ?2, true, 'demo')")
                .setParameter(1, user)
                .setParameter(2, user + "@example.test")
                .executeUpdate();
        join(entities, "group-" + organization, user);
    }

    static void join(EntityManager entities, String group, String user) {
        entities.createNativeQuery("insert into USER_GROUP_MEMBERSHIP values (?1, ?2, 'UNMANAGED')")
                .setParameter(1, group)
                .setParameter(2, user)
                .executeUpdate();
    }
}
