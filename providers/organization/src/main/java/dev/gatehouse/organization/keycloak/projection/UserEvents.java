package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.events.ResourcePath;
import dev.gatehouse.events.keycloak.EventOrganization;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Hears of logins into organizations, and of what changes a user's names and second factors, as far as Keycloak tells of
 * it. Writes in the transaction that the event belongs to. Keeps no state.
 */
final class UserEvents implements EventListenerProvider {

    private static final Set<EventType> CHANGES = EnumSet.of(
            EventType.UPDATE_PROFILE, EventType.UPDATE_EMAIL, EventType.UPDATE_CREDENTIAL, EventType.REMOVE_CREDENTIAL);

    private final KeycloakSession session;

    UserEvents(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        RealmModel realm = realm(event.getRealmId());
        if (realm == null) {
            return;
        }
        if (event.getType() == EventType.LOGIN || event.getType() == EventType.LOGIN_ERROR) {
            EventOrganization.of(session, event)
                    .ifPresent(organization -> loginCounts(realm)
                            .add(
                                    organization,
                                    event.getUserId(),
                                    event.getType() == EventType.LOGIN,
                                    Instant.ofEpochMilli(event.getTime())));
        } else if (CHANGES.contains(event.getType()) && event.getUserId() != null) {
            PendingMembers.addEverywhere(session, realm, event.getUserId());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        RealmModel realm = realm(event.getRealmId());
        String userId = ResourcePath.of(event.getResourcePath()).userId();
        if (realm != null && userId != null && event.getError() == null) {
            PendingMembers.addEverywhere(session, realm, userId);
        }
    }

    private LoginCounts loginCounts(RealmModel realm) {
        ProjectionTables tables = ProjectionTables.of(EntityManagers.of(session));
        return new LoginCounts(
                tables,
                OrganizationQueries.of(EntityManagers.of(session)),
                realm.getId(),
                new Projector(tables, new SessionSource(session, realm)));
    }

    private @Nullable RealmModel realm(@Nullable String realmId) {
        RealmModel realm = realmId == null ? null : session.realms().getRealm(realmId);
        return EnabledRealm.isEnabled(realm) ? realm : null;
    }

    @Override
    public void close() {}
}
