package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Organization;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.invitation.Membership;
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
import java.io.InputStream;
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
        return access.once(body, this::created);
    }

    private Response created(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Organization> outcome = visit.organizations()
                .create(
                        visit.caller(),
                        Requests.good(
                                RequestBody.read(body, CreateRequest.class).check()));
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
            throw Requests.invalid("The search has to have 1 to " + MAXIMUM_SEARCH + " characters.");
        }
        Page<Organization> page = visit.organizations().list(visit.caller(), search, query.after(), query.limit());
        return Answer.ok(ListAnswer.of(page, OrganizationAnswer::of, seal));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("id") String id) {
        OrganizationsAccess.Visit visit = access.within(id).visit();
        Outcome<Organization> outcome = visit.organizations().find(visit.caller(), id);
        return outcome.isDone()
                ? Answer.ok(OrganizationAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, RequestBody.MERGE_PATCH})
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, InputStream body) {
        OrganizationsAccess.Visit visit = access.within(id).visit();
        RequestBody.Patch<ChangeRequest> patch = RequestBody.readPatch(body, ChangeRequest.class);
        Outcome<Organization> outcome = visit.organizations()
                .changes()
                .change(visit.caller(), id, Requests.good(patch.body().check(patch.sent())));
        return outcome.isDone()
                ? Answer.ok(OrganizationAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @QueryParam("confirm") @Nullable String confirm) {
        OrganizationsAccess.Visit visit = access.within(id).visit();
        Outcome<Boolean> outcome = visit.organizations().changes().delete(visit.caller(), id, confirm);
        return outcome.isDone()
                ? Response.noContent().build()
                : OrganizationProblems.of(outcome).response();
    }

    @Path("{id}/roles")
    public RolesResource roles(@PathParam("id") String id) {
        return new RolesResource(access.within(id), id);
    }

    @Path("{id}/domains")
    public DomainsResource domains(@PathParam("id") String id) {
        return new DomainsResource(access.within(id), id);
    }

    @Path("{id}/users")
    public MembersResource members(@PathParam("id") String id) {
        return new MembersResource(access.within(id), id);
    }

    @Path("{id}/policies")
    public PoliciesResource policies(@PathParam("id") String id) {
        return new PoliciesResource(access.within(id), id);
    }

    @POST
    @Path("invitations/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response accept(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        String token = RequestBody.read(body, AcceptRequest.class).token();
        Outcome<Membership> outcome = visit.organizations().acceptance().claim(token, visit.caller());
        return outcome.isDone()
                ? Answer.ok(MembershipAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    @Path("{id}/invitations")
    public InvitationsResource invitations(@PathParam("id") String id) {
        return new InvitationsResource(access.within(id), id);
    }

    @Path("{id}/dashboard")
    public DashboardResource dashboard(@PathParam("id") String id) {
        return new DashboardResource(access.within(id), id);
    }

    @Path("{id}/activity")
    public ActivityResource activity(@PathParam("id") String id) {
        return new ActivityResource(access.within(id), id);
    }
}
