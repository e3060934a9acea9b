package dev.gatehouse.api.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.account.keycloak.user.UserAccount;
import dev.gatehouse.account.preference.Preferences;
import dev.gatehouse.api.condition.EntityTag;
import dev.gatehouse.api.json.Json;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Checked;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** {@code /users/{id}/preferences}. */
public final class PreferencesResource {
    private final UsersAccess access;
    private final String userId;

    PreferencesResource(UsersAccess access, String userId) {
        this.access = access;
        this.userId = userId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response find() {
        return answer(access.toSee(userId).preferences());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, RequestBody.MERGE_PATCH})
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, InputStream body) {
        UserAccount account = access.toChange(userId);
        if (ifMatch == null) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED)
                    .detail("Send the ETag of the preferences that the change is for as If-Match.")
                    .refusal();
        }
        ObjectNode patch = RequestBody.readOpen(body);
        Checked<Preferences> changed = account.changePreferences(
                        known -> tag(known).isMatchedBy(ifMatch), patch)
                .orElseThrow(() -> Problem.of(ProblemType.PRECONDITION_FAILED)
                        .detail("The preferences were changed meanwhile: read them again.")
                        .refusal());
        return answer(UserProblems.good(changed));
    }

    private static EntityTag tag(Preferences preferences) {
        return EntityTag.of(Json.write(preferences.shown()));
    }

    private static Response answer(Preferences preferences) {
        byte[] body = Json.write(preferences.shown());
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, EntityTag.of(body).quoted())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
