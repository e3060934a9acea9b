package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whose projection a request has made wrong. Mended once, right before its commit and in the same transaction, however
 * many of its steps touched the same member; where that fails, all of the request is rolled back.
 */
final class PendingMembers extends AbstractKeycloakTransaction {

    /** Keeps the parameters of a statement few. */
    private static final int AT_ONCE = 200;

    /** Of a user in more organizations, the rest is mended by the next check. */
    private static final int MOST_ORGANIZATIONS = 50;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TreeMap<String, SortedSet<String>> byOrganization = new TreeMap<>();

    private PendingMembers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** A member of this organization has changed, come or gone. */
    static void add(KeycloakSession session, RealmModel realm, String organizationId, String userId) {
        if (EnabledRealm.isEnabled(realm)) {
            of(session, realm)
                    .byOrganization
                    .computeIfAbsent(organizationId, id -> new TreeSet<>())
                    .add(userId);
        }
    }

    /** Something about a user has changed that shows in each of their organizations. */
    static void addEverywhere(KeycloakSession session, RealmModel realm, String userId) {
        if (EnabledRealm.isEnabled(realm)) {
            ProjectionTables.of(EntityManagers.of(session))
                    .members()
                    .organizationsOf(userId, MOST_ORGANIZATIONS)
                    .forEach(organization -> add(session, realm, organization, userId));
        }
    }

    @Override
    protected void commitImpl() {
        Projector projector =
                new Projector(ProjectionTables.of(EntityManagers.of(session)), new SessionSource(session, realm));
        OrganizationQueries organizations = OrganizationQueries.of(EntityManagers.of(session));
        byOrganization.forEach((organizationId, users) -> {
            for (OrganizationRow organization : organizations.organization(realm.getId(), organizationId)) {
                List<String> all = new ArrayList<>(users);
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    projector.project(
                            organizationId,
                            organization.groupId(),
                            all.subList(from, Math.min(from + AT_ONCE, all.size())));
                }
            }
        });
    }

    @Override
    protected void rollbackImpl() {}

    private static PendingMembers of(KeycloakSession session, RealmModel realm) {
        String key = PendingMembers.class.getName() + " " + realm.getId();
        PendingMembers pending = session.getAttribute(key, PendingMembers.class);
        if (pending == null) {
            pending = new PendingMembers(session, realm);
            session.setAttribute(key, pending);
            session.getTransactionManager().enlistPrepare(pending);
        }
        return pending;
    }
}
