package dev.gatehouse.organization.keycloak.jpa;

import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.group;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.join;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.member;
import static dev.gatehouse.organization.keycloak.jpa.KeycloakTables.organization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queries about roles and the lock of an organization promise on every database. */
abstract class RoleQueriesContract {

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
    void theOnlyOwnerOfAnOrganizationIsAlone() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            member(entities, "globex", "carol");
            group(entities, "owners", "acme", "gatehouse.role", "owner");
            group(entities, "others", "globex", "gatehouse.role", "owner");
            join(entities, "owners", "alice");
            join(entities, "others", "carol");
        });
        assertThat(is(queries -> queries.isAloneIn("gatehouse.role", "owner", "alice")))
                .isTrue();
        assertThat(is(queries -> queries.isAloneIn("gatehouse.role", "admin", "alice")))
                .isFalse();
        assertThat(is(queries -> queries.isAloneIn("gatehouse.role", "owner", "nobody")))
                .isFalse();
        assertThat(is(queries -> queries.isAloneIn("gatehouse.role", "owner", "f:ldap:dora")))
                .isFalse();
        database.run(entities -> join(entities, "owners", "carol"));
        assertThat(is(queries -> queries.isAloneIn("gatehouse.role", "owner", "alice")))
                .isFalse();
        assertThat(is(queries -> queries.isAloneIn("gatehouse.role", "owner", "carol")))
                .as("still alone in the other one")
                .isTrue();
    }

    @Test
    void anotherOwnerIsAMemberWhoIsNotTheSameUser() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            group(entities, "owners", "acme", "gatehouse.role", "owner");
            join(entities, "owners", "alice");
        });
        assertThat(is(queries -> queries.isHeldByOthers(Set.of("owners"), "group-acme", "alice")))
                .isFalse();
        assertThat(is(queries -> queries.isHeldByOthers(Set.of("owners"), "group-acme", "bob")))
                .isTrue();
        assertThat(is(queries -> queries.isHeldByOthers(Set.of("owners"), "group-globex", "bob")))
                .as("in the group, and no member any more")
                .isFalse();
        assertThat(is(queries -> queries.isHeldByOthers(Set.of(), "group-acme", "bob")))
                .isFalse();
        database.run(entities -> {
            for (String group : List.of("owners", "group-acme")) {
                entities.createNativeQuery(
                                "insert into FED_USER_GROUP_MEMBERSHIP values (?1, 'f:ldap:dora', 'demo', 'ldap')")
                        .setParameter(1, group)
                        .executeUpdate();
            }
        });
        assertThat(is(queries -> queries.isHeldByOthers(Set.of("owners"), "group-acme", "alice")))
                .as("an owner of a federation")
                .isTrue();
    }

    @Test
    void rolesAreHeldTogetherByOneUser() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            member(entities, "acme", "bob");
            group(entities, "owners", "acme", "gatehouse.role", "owner");
            group(entities, "auditors", "acme", "gatehouse.role", "auditor");
            join(entities, "owners", "alice");
            join(entities, "auditors", "bob");
        });
        assertThat(is(queries -> queries.isHeldTogether(Set.of("auditors"), Set.of("owners"))))
                .isFalse();
        database.run(entities -> join(entities, "auditors", "alice"));
        assertThat(is(queries -> queries.isHeldTogether(Set.of("auditors"), Set.of("owners"))))
                .isTrue();
    }

    @Test
    void managedMembersAreFound() {
        database.run(entities -> {
            member(entities, "acme", "alice");
            member(entities, "acme", "bob");
        });
        assertThat(is(queries -> queries.hasManagedMembers("group-acme"))).isFalse();
        assertThat(is(queries -> queries.isManaged("group-acme", "alice"))).isFalse();
        database.run(entities -> entities.createNativeQuery(
                        "update USER_GROUP_MEMBERSHIP set MEMBERSHIP_TYPE = 'MANAGED' where USER_ID = 'alice'")
                .executeUpdate());
        assertThat(is(queries -> queries.hasManagedMembers("group-acme"))).isTrue();
        assertThat(is(queries -> queries.hasManagedMembers("group-globex"))).isFalse();
        assertThat(is(queries -> queries.isManaged("group-acme", "alice"))).isTrue();
        assertThat(is(queries -> queries.isManaged("group-acme", "bob"))).isFalse();
    }

    @Test
    void aDeletedRoleIsTakenFromTheInvitationsOfItsOrganizationOnly() {
        database.run(entities -> {
            for (String organization : List.of("acme", "globex")) {
                entities.createNativeQuery("insert into ORG_INVITATION (ID, ORGANIZATION_ID) values (?1, ?2)")
                        .setParameter(1, "to-" + organization)
                        .setParameter(2, organization)
                        .executeUpdate();
                List.of("auditor", "member")
                        .forEach(role -> entities.persist(new InvitedRole("to-" + organization, role)));
            }
        });
        database.run(entities -> new RoleQueries(entities).uninvite("acme", "auditor"));
        assertThat(invitedRoles("to-acme")).containsExactly("member");
        assertThat(invitedRoles("to-globex")).containsExactlyInAnyOrder("auditor", "member");
    }

    private List<String> invitedRoles(String invitation) {
        return list(entities -> entities.createQuery(
                        "select r.roleName from InvitedRole r where r.invitationId = :invitation", String.class)
                .setParameter("invitation", invitation)
                .getResultList());
    }

    @Test
    void changesOfOneOrganizationTakeTurns() throws InterruptedException, ExecutionException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ofOther = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> changes = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                changes.add(threads.submit(() -> database.run(entities -> {
                    new OrganizationLock(entities).take("acme");
                    new OrganizationLock(entities).take("acme");
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    ofOther.addAndGet(entities.createQuery("select g.id from GroupEntity g", String.class)
                            .getResultList()
                            .size());
                    inside.decrementAndGet();
                })));
            }
            for (Future<?> change : changes) {
                change.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(most).hasValue(1);
        assertThat(ofOther).hasValue(80);
    }

    @Test
    void whoWaitedSeesWhatTheFirstHasChanged() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            database.run(entities -> {
                member(entities, "acme", "alice");
                member(entities, "acme", "bob");
                group(entities, "owners", "acme", "gatehouse.role", "owner");
                join(entities, "owners", "alice");
                join(entities, "owners", "bob");
            });
            List<Future<?>> demotions = new ArrayList<>();
            for (String user : List.of("alice", "bob")) {
                demotions.add(threads.submit(() -> database.run(entities -> {
                    // As in the gate: looked at once before the lock.
                    new RoleQueries(entities).isHeldByOthers(Set.of("owners"), "group-acme", user);
                    new OrganizationLock(entities).take("acme");
                    if (new RoleQueries(entities).isHeldByOthers(Set.of("owners"), "group-acme", user)) {
                        entities.createNativeQuery(
                                        "delete from USER_GROUP_MEMBERSHIP where GROUP_ID = 'owners' and USER_ID = ?1")
                                .setParameter(1, user)
                                .executeUpdate();
                    }
                })));
            }
            for (Future<?> demotion : demotions) {
                demotion.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(list(entities -> new MembershipQueries(entities).held(List.of("alice", "bob"), List.of("owners"))))
                .hasSize(1);
    }

    private boolean is(Predicate<RoleQueries> question) {
        return database.inTransaction(entities -> question.test(new RoleQueries(entities)));
    }

    private <T> List<T> list(Function<EntityManager, List<T>> query) {
        return List.copyOf(database.inTransaction(query));
    }
}
