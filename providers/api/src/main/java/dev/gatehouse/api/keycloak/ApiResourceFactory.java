package dev.gatehouse.api.keycloak;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * Keycloak's door to the operations under one path segment of a realm. Closed, as if there were nothing, in realms that
 * have not turned Gatehouse on and on servers that have turned the feature off.
 */
public abstract class ApiResourceFactory implements RealmResourceProviderFactory {
    private final String segment;
    private final Set<Feature> features;
    private boolean open;

    /**
     * @param segment the path segment under the realm
     * @param features what has to be on for these operations to exist
     */
    protected ApiResourceFactory(String segment, Feature... features) {
        this.segment = segment;
        this.features = Set.of(features);
    }

    /** The JAX-RS resource that answers one request. */
    protected abstract Object resource(KeycloakSession session);

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public @Nullable Object getResource() {
                return open && EnabledRealm.isEnabled(session.getContext().getRealm()) ? resource(session) : null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public final void init(Config.Scope config) {
        SettingsSource settings = ServerSettings.source();
        open = Feature.API.isEnabled(settings) && features.stream().allMatch(feature -> feature.isEnabled(settings));
        configure(settings);
    }

    /** Reads the settings that the resource needs, once, when the server starts. */
    protected void configure(SettingsSource settings) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}

    @Override
    public final String getId() {
        return segment;
    }
}
