package dev.gatehouse.mfa.keycloak.notice;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Listens in every realm by itself; realms that have not turned Gatehouse on are passed over. */
public final class FactorNoticeListenerFactory implements EventListenerProviderFactory {

    private static final EventListenerProvider SILENT = new EventListenerProvider() {
        @Override
        public void onEvent(Event event) {}

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    };

    private boolean isOn;

    @Override
    public void init(Config.Scope config) {
        isOn = Feature.MFA.isEnabled(ServerSettings.source());
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return isOn ? new FactorNoticeListener(session) : SILENT;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return "gatehouse-factor-notices";
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
