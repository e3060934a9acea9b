package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Member;
import dev.gatehouse.organization.NewInvitation;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RoleChoice;
import dev.gatehouse.organization.invitation.Invitation;
import dev.gatehouse.organization.projection.DirectoryMember;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /organizations/{id}/users}. */
public final class MembersResource {
    private final OrganizationsAccess access;
    private final String organizationId;

    MembersResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) {
        return access.once(body, this::added);
    }

    private Response added(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        AddRequest request = RequestBody.read(body, AddRequest.class);
        String userId = request.userId();
        if ((userId == null) == (request.email() == null)) {
            throw Requests.invalid(Mistake.REQUIRED.at("/user_id", "Either user_id or email has to be there."));
        }
        return userId == null ? invite(visit, request) : join(visit, userId, request);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("role") @Nullable String role,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        OrganizationsAccess.Visit visit = access.visit();
        MemberFilter filter = MemberFilter.read(search, role);
        CursorSeal seal = access.seal("members of " + organizationId + filter.text());
        ListQuery query = ListQuery.read(limit, cursor, seal);
        Outcome<Page<DirectoryMember>> outcome = visit.organizations()
                .readers()
                .directory()
                .list(visit.caller(), organizationId, filter.query(), query.after(), query.limit());
        return outcome.isDone()
                ? Answer.ok(ListAnswer.of(outcome.get(), ListedMemberAnswer::of, seal))
                : OrganizationProblems.of(outcome).response();
    }

    @GET
    @Path("{user_id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("user_id") String userId) {
        OrganizationsAccess.Visit visit = access.visit();
        return answer(visit.organizations().membership().find(visit.caller(), organizationId, userId));
    }

    @DELETE
    @Path("{user_id}")
    public Response remove(@PathParam("user_id") String userId) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Boolean> outcome = visit.organizations().membership().remove(visit.caller(), organizationId, userId);
        return outcome.isDone()
                ? Response.noContent().build()
                : OrganizationProblems.of(outcome).response();
    }

    @PUT
    @Path("{user_id}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response assign(@PathParam("user_id") String userId, InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        RoleChoice choice =
                new RoleChoice(RequestBody.read(body, RolesRequest.class).roles());
        return answer(visit.organizations().membership().assign(visit.caller(), organizationId, userId, choice));
    }

    private static Response answer(Outcome<Member> outcome) {
        return outcome.isDone()
                ? Answer.ok(MemberAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    private Response join(OrganizationsAccess.Visit visit, String userId, AddRequest request) {
        if (request.message() != null) {
            throw Requests.invalid(Mistake.VALUE.at("/message", "Only an invitation carries a message."));
        }
        Outcome<Member> outcome = visit.organizations()
                .members()
                .join(visit.caller(), organizationId, userId, RoleChoice.ofNullable(request.roles()));
        return outcome.isDone()
                ? Answer.of(Response.Status.CREATED, MemberAnswer.of(outcome.get()))
                        .location(access.location(outcome.get().id()))
                        .build()
                : OrganizationProblems.of(outcome).response();
    }

    private Response invite(OrganizationsAccess.Visit visit, AddRequest request) {
        NewInvitation invitation =
                Requests.good(NewInvitation.check(request.email(), request.roles(), request.message()));
        Outcome<Invitation> outcome = visit.organizations()
                .invitations()
                .invite(visit.caller(), organizationId, Permission.MEMBERS_MANAGE, invitation);
        return outcome.isDone()
                ? Answer.of(Response.Status.ACCEPTED, InvitedAnswer.SENT).build()
                : OrganizationProblems.of(outcome).response();
    }
}
