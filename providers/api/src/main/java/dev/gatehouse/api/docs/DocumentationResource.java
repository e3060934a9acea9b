package dev.gatehouse.api.docs;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /auth/docs}: Swagger UI over the contract, all of it from this server. */
public final class DocumentationResource {
    private final Optional<String> clientId;

    /** @param clientId with which a reader logs in to try an operation; nobody can without one */
    public DocumentationResource(Optional<String> clientId) {
        this.clientId = clientId;
    }

    @GET
    public Response page() {
        return Response.ok(DocumentationFile.page(clientId.orElse("")))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String name) {
        return DocumentationFile.named(name)
                .map(file -> Response.ok(file.content())
                        .type(file.type())
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                        .build())
                .orElseGet(() -> Problem.of(ProblemType.NOT_FOUND).response());
    }
}
