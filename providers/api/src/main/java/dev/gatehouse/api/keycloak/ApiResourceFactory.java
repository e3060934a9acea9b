package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.contract.Contract;
import dev.gatehouse.api.problem.ApiPath;
import dev.gatehouse.api.problem.MediaTypes;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
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
                RealmModel realm = session.getContext().getRealm();
                if (!open || !EnabledRealm.isEnabled(realm) || !realm.isEnabled()) {
                    return null;
                }
                checkTransport(session);
                checkMediaTypes(session.getContext().getHttpRequest());
                return resource(session);
            }

            @Override
            public void close() {}
        };
    }

    /** The realm's rule of where TLS is required, which Keycloak asks of its own endpoints one by one. */
    private static void checkTransport(KeycloakSession session) {
        KeycloakContext context = session.getContext();
        boolean encrypted = context.getUri().getBaseUri().getScheme().equals("https");
        if (!encrypted && context.getRealm().getSslRequired().isRequired(context.getConnection())) {
            throw Problem.of(ProblemType.FORBIDDEN).detail("HTTPS is required.").refusal();
        }
    }

    /** The container asks this only where several methods are to choose from. */
    private static void checkMediaTypes(HttpRequest request) {
        HttpHeaders headers = request.getHttpHeaders();
        MediaTypes types = ApiPath.of(request.getUri())
                .map(path -> MediaTypes.of(Contract.get(), request.getHttpMethod(), path))
                .orElse(MediaTypes.ANY);
        if (!types.acceptedBy(headers.getAcceptableMediaTypes())) {
            throw Problem.of(ProblemType.NOT_ACCEPTABLE).refusal();
        }
        if (headers.getLength() > 0 && headers.getMediaType() == null) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).refusal();
        }
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
