package dev.gatehouse.api.problem;

import dev.gatehouse.api.contract.Contract;
import dev.gatehouse.api.json.Json;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * The last hand on every answer under our paths: whatever is not a success leaves as a problem document with a trace id
 * that stands in the log, the container's own refusals and unexpected failures included. An exception mapper would do
 * the same for all of Keycloak; a filter can leave Keycloak's own endpoints as they are.
 */
@Provider
@PreMatching
@Priority(ProblemResponses.BEFORE_KEYCLOAK)
public final class ProblemResponses implements ContainerResponseFilter {
    /** Response filters run from high to low; Keycloak's security headers (10) and its commit (1) come after us. */
    static final int BEFORE_KEYCLOAK = 3000;

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);

    private final RandomGenerator random = new SecureRandom();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<ApiPath> path = ApiPath.of(request.getUriInfo());
        if (path.isEmpty()) {
            return;
        }
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.getMethod().equals("OPTIONS") && response.getStatus() < 300) {
            allow(path.get(), response);
        }
        if (response.getStatus() >= 400) {
            leaveAsProblem(path.get(), request, response);
        }
    }

    private void leaveAsProblem(ApiPath path, ContainerRequestContext request, ContainerResponseContext response) {
        Problem problem = response.getEntity() instanceof Problem ours
                ? ours
                : Problem.ofStatus(lacksMethod(path, request, response) ? 405 : response.getStatus());
        // Keycloak sets it as well, but not where it refuses before it has a session.
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        String trace = Trace.of(request, random);
        LOG.logf(
                problem.status() >= 500 ? Logger.Level.ERROR : Logger.Level.INFO,
                "Answered %s (%d) to %s in realm %s, trace %s",
                problem.type().problemName(),
                problem.status(),
                request.getMethod(),
                path.realm().replaceAll("[^\\w.-]", "?"),
                trace);
        response.setStatus(problem.status());
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW, String.join(", ", Contract.get().methods(path.operation())));
        }
        if (problem.status() == 401 && !response.getHeaders().containsKey(HttpHeaders.WWW_AUTHENTICATE)) {
            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, Challenge.plain(path.realm()));
        }
        response.setEntity(Json.write(problem.document(Trace.instance(trace))), new Annotation[0], Problem.MEDIA_TYPE);
    }

    /** For the container a path is not there if one below it has the method that was asked for, and it has not. */
    private static boolean lacksMethod(
            ApiPath path, ContainerRequestContext request, ContainerResponseContext response) {
        List<String> methods = Contract.get().methods(path.operation());
        return response.getStatus() == 404 && !methods.isEmpty() && !methods.contains(request.getMethod());
    }

    /** The container mixes up the methods of neighbouring paths: the contract knows better. */
    private static void allow(ApiPath path, ContainerResponseContext response) {
        response.getHeaders()
                .putSingle(HttpHeaders.ALLOW, String.join(", ", Contract.get().methods(path.operation())));
    }
}
