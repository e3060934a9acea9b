package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.contract.Contract;
import dev.gatehouse.api.problem.ApiPath;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;
import org.keycloak.services.cors.Cors;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Lets the pages of a client read answers, from the web origins registered at that client. Without credentials: nothing
 * of ours reads a cookie. Answers given before the client is known are refusals that say nothing; any page may read
 * them, or its developers would see a network error in their place.
 */
@Provider
@PreMatching
@Priority(CrossOrigin.BEFORE_COMMIT)
public final class CrossOrigin implements ContainerResponseFilter {
    /** Any place before Keycloak's commit, which is the last filter (1) and closes the session. */
    static final int BEFORE_COMMIT = 2000;

    private static final String EXPOSED = "Retry-After, RateLimit, RateLimit-Policy, Location, ETag, WWW-Authenticate";
    private static final String ALLOWED_HEADERS =
            "Authorization, Content-Type, Accept, If-Match, If-None-Match, Idempotency-Key, DPoP";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String origin = request.getHeaderString(Cors.ORIGIN_HEADER);
        Optional<ApiPath> path = ApiPath.of(request.getUriInfo());
        if (origin == null || path.isEmpty()) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.add("Vary", Cors.ORIGIN_HEADER);
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        boolean preflight = request.getMethod().equals("OPTIONS") && response.getStatus() < 300;
        ClientModel client = session == null ? null : session.getContext().getClient();
        if (!preflight && !mayRead(session, client, origin, response.getStatus())) {
            return;
        }
        headers.putSingle(Cors.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (preflight) {
            headers.putSingle(
                    Cors.ACCESS_CONTROL_ALLOW_METHODS,
                    String.join(", ", Contract.get().methods(path.get().operation())));
            headers.putSingle(Cors.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS);
            headers.putSingle(Cors.ACCESS_CONTROL_MAX_AGE, Long.toString(Cors.DEFAULT_MAX_AGE));
        } else {
            headers.putSingle(Cors.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    private static boolean mayRead(
            @Nullable KeycloakSession session, @Nullable ClientModel client, String origin, int status) {
        if (session == null || client == null) {
            return status >= 400;
        }
        Set<String> origins = WebOriginsUtils.resolveValidWebOrigins(session, client);
        return origins.contains(origin) || origins.contains(Cors.ACCESS_CONTROL_ALLOW_ORIGIN_WILDCARD);
    }
}
