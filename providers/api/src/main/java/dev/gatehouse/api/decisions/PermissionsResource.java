package dev.gatehouse.api.decisions;

import dev.gatehouse.api.condition.EntityTag;
import dev.gatehouse.api.json.Json;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.decision.UserPermissions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /auth/permissions/{user_id}}. */
public final class PermissionsResource {
    private static final int LONGEST_ALIAS = 255;

    private final PermissionsAccess access;
    private final String userId;

    public PermissionsResource(PermissionsAccess access, String userId) {
        this.access = access;
        this.userId = userId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("organization") @Nullable String organization,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        if (organization != null && (organization.isBlank() || organization.length() > LONGEST_ALIAS)) {
            throw Problem.of(ProblemType.INVALID_REQUEST)
                    .detail("?organization= has to be the alias of an organization.")
                    .refusal();
        }
        UserPermissions permissions = access.of(userId, organization)
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_REQUEST)
                        .detail("The user has more than " + PermissionsAccess.MAXIMUM_ORGANIZATIONS
                                + " organizations: name one with ?organization=.")
                        .refusal());
        byte[] body = Json.write(PermissionsAnswer.of(permissions));
        EntityTag tag = EntityTag.of(body);
        Response.ResponseBuilder answer = tag.isNamedIn(ifNoneMatch)
                ? Response.notModified()
                : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag.quoted())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
