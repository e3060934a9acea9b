package dev.gatehouse.ratelimit.keycloak;

import dev.gatehouse.ratelimit.CurrentLimiter;
import dev.gatehouse.ratelimit.RequestLimiter;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Has the names of enabled realms read anew when an administrator has changed a realm, once the change is committed. */
public final class RealmChanges implements EventListenerProviderFactory {
    private static final String ID = "gatehouse-ratelimit-realms";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {}

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                if (event.getResourceType() == ResourceType.REALM) {
                    afterCompletion(session);
                }
            }

            @Override
            public void close() {}
        };
    }

    /** Has the names read anew once this session's transaction is committed. */
    public static void afterCompletion(KeycloakSession session) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                CurrentLimiter.get().ifPresent(RequestLimiter::realmsChanged);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
