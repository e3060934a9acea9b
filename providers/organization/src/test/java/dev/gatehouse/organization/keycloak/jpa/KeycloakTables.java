package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainClaim;
import dev.gatehouse.organization.keycloak.domain.jpa.ProvedDomain;
import dev.gatehouse.organization.keycloak.projection.jpa.CheckRow;
import dev.gatehouse.organization.keycloak.projection.jpa.CountRow;
import dev.gatehouse.organization.keycloak.projection.jpa.DirectoryRow;
import dev.gatehouse.organization.keycloak.projection.jpa.WorkLockRow;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
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
import org.keycloak.storage.jpa.entity.FederatedUserCredentialEntity;
import org.keycloak.storage.jpa.entity.FederatedUserGroupMembershipEntity;

/** A database with Keycloak's tables and ours, and what a contract puts into them. */
public final class KeycloakTables {

    private static final String CHANGELOG = "keycloak-tables-changelog.xml";
    private static final Class<?>[] ENTITIES = {
        OrganizationEntity.class,
        OrganizationDomainEntity.class,
        OrganizationInvitationEntity.class,
        GroupEntity.class,
        GroupAttributeEntity.class,
        UserEntity.class,
        UserAttributeEntity.class,
        UserRequiredActionEntity.class,
        CredentialEntity.class,
        FederatedUserCredentialEntity.class,
        FederatedIdentityEntity.class,
        UserGroupMembershipEntity.class,
        FederatedUserGroupMembershipEntity.class,
        JoinedMember.class,
        InvitedRole.class,
        DomainClaim.class,
        ProvedDomain.class,
        DirectoryRow.class,
        CountRow.class,
        CheckRow.class,
        WorkLockRow.class
    };

    private KeycloakTables() {}

    public static TestDatabase onH2() {
        return TestDatabase.h2(CHANGELOG, ENTITIES);
    }

    public static TestDatabase onPostgresql() {
        return TestDatabase.postgresql(CHANGELOG, ENTITIES);
    }

    /** What a query finds, in a transaction of its own. */
    public static <T> List<T> list(TestDatabase database, Function<EntityManager, ? extends Collection<T>> query) {
        return List.copyOf(database.inTransaction(query));
    }

    /** How many statements it takes. */
    public static long statements(TestDatabase database, Function<EntityManager, ?> query) {
        Statistics statistics =
                database.entityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        database.inTransaction(query);
        return statistics.getPrepareStatementCount();
    }

    public static void organization(EntityManager entities, String id, String realm, boolean enabled) {
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

    /** Gives an organization an attribute. */
    public static void attribute(EntityManager entities, String organization, String name, String value) {
        entities.createNativeQuery("insert into GROUP_ATTRIBUTE (ID, NAME, VALUE, GROUP_ID) values (?1, ?2, ?3, ?4)")
                .setParameter(1, organization + name)
                .setParameter(2, name)
                .setParameter(3, value)
                .setParameter(4, "group-" + organization)
                .executeUpdate();
    }

    public static void group(EntityManager entities, String id, String organization, String name, String value) {
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

    public static void member(EntityManager entities, String organization, String user) {
        entities.createNativeQuery(
                        "insert into USER_ENTITY (ID, USERNAME, EMAIL, ENABLED, REALM_ID) values (?1, ?1, ?2, true, 'demo')")
                .setParameter(1, user)
                .setParameter(2, user + "@example.test")
                .executeUpdate();
        join(entities, "group-" + organization, user);
    }

    public static void join(EntityManager entities, String group, String user) {
        entities.createNativeQuery("insert into USER_GROUP_MEMBERSHIP values (?1, ?2, 'UNMANAGED')")
                .setParameter(1, group)
                .setParameter(2, user)
                .executeUpdate();
    }
}
