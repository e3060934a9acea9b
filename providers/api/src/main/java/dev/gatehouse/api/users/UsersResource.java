package dev.gatehouse.api.users;

import dev.gatehouse.account.erasure.ErasureVerdict;
import dev.gatehouse.account.keycloak.user.NewUsers;
import dev.gatehouse.account.keycloak.user.UserAccount;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.mfa.StepUpDemand;
import dev.gatehouse.api.organizations.OrganizationProblems;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /users}. */
public final class UsersResource {
    private static final int MAXIMUM_SEARCH = 100;

    private final UsersAccess access;

    public UsersResource(UsersAccess access) {
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.refuseUnlessSeesAll();
        if (search != null && (search.isBlank() || search.length() > MAXIMUM_SEARCH || search.indexOf(0) >= 0)) {
            throw Problem.of(ProblemType.INVALID_REQUEST)
                    .detail("The search has to have 1 to " + MAXIMUM_SEARCH + " characters, not only spaces.")
                    .refusal();
        }
        CursorSeal seal = access.seal("users like " + search);
        ListQuery query = ListQuery.read(limit, cursor, seal);
        return Answer.ok(ListAnswer.of(access.list(search, query.after(), query.limit()), ListedUserAnswer::of, seal));
    }

    @POST
    @Path("profile")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        return access.once(body, this::created);
    }

    private Response created(InputStream body) {
        access.refuseUnlessCaller();
        NewUsers.Result result = access.create(
                UserProblems.good(RequestBody.read(body, NewUserRequest.class).check()));
        if (result.refused() != null) {
            return OrganizationProblems.of(result.refused()).response();
        }
        if (!result.profile().isDone()) {
            return UserProblems.of(result.profile()).response();
        }
        String id = Objects.requireNonNull(result.id());
        return Answer.of(Response.Status.CREATED, new CreatedAnswer(id))
                .location(access.location(id))
                .build();
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("id") String id) {
        return new ProfileOperations(access).find(access.toSee(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, RequestBody.MERGE_PATCH})
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, InputStream body) {
        return new ProfileOperations(access).change(access.toChange(id), body);
    }

    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response erase(@PathParam("id") String id) {
        UserAccount account = access.toChange(id);
        if (account.isOwners()) {
            StepUpDemand.refuseUnlessShown(access.stepUp());
        }
        return account.erase() == ErasureVerdict.LAST_OWNER
                ? Problem.of(ProblemType.CONFLICT)
                        .detail("The last owner of an organization cannot go: name another owner first.")
                        .response()
                : Answer.of(Response.Status.ACCEPTED, ErasureAnswer.SCHEDULED).build();
    }

    @GET
    @Path("{id}/dashboard")
    @Produces(MediaType.APPLICATION_JSON)
    public Response dashboard(@PathParam("id") String id) {
        return Answer.ok(UserDashboardAnswer.of(access.toSee(id).dashboard()));
    }

    @GET
    @Path("{id}/export")
    @Produces(MediaType.APPLICATION_JSON)
    public Response export(@PathParam("id") String id) {
        StreamingOutput export = access.toSee(id).export()::write;
        return Response.ok(export, MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"export.json\"")
                .build();
    }

    @Path("{id}/preferences")
    public PreferencesResource preferences(@PathParam("id") String id) {
        return new PreferencesResource(access, id);
    }

    @Path("{id}/activity")
    public UserActivityResource activity(@PathParam("id") String id) {
        return new UserActivityResource(access, id);
    }
}
