package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Keycloak's door to {@link LinkPage}, in realms that turned Gatehouse on. */
abstract class LinkPageFactory implements RealmResourceProviderFactory {
    private final LinkPage.Kind kind;
    private boolean isOn;

    LinkPageFactory(LinkPage.Kind kind) {
        this.kind = kind;
    }

    /** What everything about accounts is done with on this server. */
    static Desk desk(KeycloakSession session) {
        return ((VerifyEmailPageFactory) session.getKeycloakSessionFactory()
                        .getProviderFactory(RealmResourceProvider.class, VerifyEmailPageFactory.ID))
                .desk();
    }

    boolean isOn() {
        return isOn;
    }

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public @Nullable Object getResource() {
                RealmModel realm = session.getContext().getRealm();
                return isOn && EnabledRealm.isEnabled(realm) && realm.isEnabled() ? new LinkPage(session, kind) : null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {
        isOn = Feature.API.isEnabled(ServerSettings.source());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
