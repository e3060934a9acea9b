package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.NewInvitation;
import dev.gatehouse.organization.Organization;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.RoleChoice;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /organizations}. */
public final class OrganizationsResource {
    private static final int MAXIMUM_SEARCH = 100;

    private final OrganizationsAccess access;

    public OrganizationsResource(OrganizationsAccess access) {
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Organization> outcome = visit.organizations()
                .create(
                        visit.caller(),
                        good(RequestBody.read(body, CreateRequest.class).check()));
        return outcome.isDone()
                ? Answer.of(Response.Status.CREATED, OrganizationAnswer.of(outcome.get()))
                        .location(access.location(outcome.get().id()))
                        .build()
                : OrganizationProblems.of(outcome).response();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        OrganizationsAccess.Visit visit = access.visit();
        CursorSeal seal = access.seal("organizations of " + visit.caller().userId() + " like " + search);
        ListQuery query = ListQuery.read(limit, cursor, seal);
        if (search != null && (search.isBlank() || search.length() > MAXIMUM_SEARCH)) {
            throw invalid("The search has to have 1 to " + MAXIMUM_SEARCH + " characters.");
        }
        Page<Organization> page = visit.organizations().list(visit.caller(), search, query.after(), query.limit());
        return Answer.ok(ListAnswer.of(page, OrganizationAnswer::of, seal));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("id") String id) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Organization> outcome = visit.organizations().find(visit.caller(), id);
        return outcome.isDone()
                ? Answer.ok(OrganizationAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    @POST
    @Path("{id}/users")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("id") String id, InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        AddRequest request = RequestBody.read(body, AddRequest.class);
        String userId = request.userId();
        if ((userId == null) == (request.email() == null)) {
            throw invalid(Mistake.REQUIRED.at("/user_id", "Either user_id or email has to be there."));
        }
        return userId == null ? invite(visit, id, request) : join(visit, id, userId, request);
    }

    @GET
    @Path("{id}/users")
    @Produces(MediaType.APPLICATION_JSON)
    public Response members(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        OrganizationsAccess.Visit visit = access.visit();
        if (uri.getQueryParameters().containsKey("search")
                || uri.getQueryParameters().containsKey("role")) {
            // Members that were not asked for would be worse than none.
            throw invalid("Members cannot be searched yet.");
        }
        CursorSeal seal = access.seal("members of " + id);
        ListQuery query = ListQuery.read(limit, cursor, seal);
        Outcome<Page<Member>> outcome = visit.organizations().members(visit.caller(), id, query.after(), query.limit());
        return outcome.isDone()
                ? Answer.ok(ListAnswer.of(outcome.get(), MemberAnswer::of, seal))
                : OrganizationProblems.of(outcome).response();
    }

    private Response join(OrganizationsAccess.Visit visit, String id, String userId, AddRequest request) {
        if (request.message() != null) {
            throw invalid(Mistake.VALUE.at("/message", "Only an invitation carries a message."));
        }
        Outcome<Member> outcome =
                visit.organizations().join(visit.caller(), id, userId, RoleChoice.ofNullable(request.roles()));
        return outcome.isDone()
                ? Answer.of(Response.Status.CREATED, MemberAnswer.of(outcome.get()))
                        .location(access.location(outcome.get().id()))
                        .build()
                : OrganizationProblems.of(outcome).response();
    }

    private static Response invite(OrganizationsAccess.Visit visit, String id, AddRequest request) {
        NewInvitation invitation = good(NewInvitation.check(request.email(), request.roles(), request.message()));
        Outcome<Boolean> outcome = visit.organizations().invite(visit.caller(), id, invitation);
        return outcome.isDone()
                ? Answer.of(Response.Status.ACCEPTED, InvitedAnswer.SENT).build()
                : OrganizationProblems.of(outcome).response();
    }

    private static <T> T good(Checked<T> checked) {
        if (!checked.isGood()) {
            throw Problem.invalid(checked.errors()).refusal();
        }
        return checked.value();
    }

    private static RuntimeException invalid(String detail) {
        return Problem.of(ProblemType.INVALID_REQUEST).detail(detail).refusal();
    }

    private static RuntimeException invalid(FieldError error) {
        return Problem.invalid(List.of(error)).refusal();
    }
}
