package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.NewInvitation;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.invitation.Invitation;
import dev.gatehouse.organization.invitation.InvitationBatch;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /organizations/{id}/invitations}. */
public final class InvitationsResource {
    private final OrganizationsAccess access;
    private final String organizationId;

    InvitationsResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response invite(InputStream body) {
        return access.once(body, this::invited);
    }

    private Response invited(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        InviteRequest request = RequestBody.read(body, InviteRequest.class);
        List<InviteRequest.Entry> entries = request.invitations();
        if ((entries == null) == (request.email() == null)) {
            throw Requests.invalid(Mistake.REQUIRED.at("/email", "Either email or invitations has to be there."));
        }
        return entries == null ? inviteOne(visit, request) : inviteSeveral(visit, request, entries);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        OrganizationsAccess.Visit visit = access.visit();
        CursorSeal seal = access.seal("invitations of " + organizationId);
        ListQuery query = ListQuery.read(limit, cursor, seal);
        Outcome<Page<Invitation>> outcome =
                visit.organizations().invitations().list(visit.caller(), organizationId, query.after(), query.limit());
        return outcome.isDone()
                ? Answer.ok(ListAnswer.of(outcome.get(), InvitationAnswer::of, seal))
                : OrganizationProblems.of(outcome).response();
    }

    @DELETE
    @Path("{invitation_id}")
    public Response revoke(@PathParam("invitation_id") String invitationId) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Boolean> outcome =
                visit.organizations().invitations().revoke(visit.caller(), organizationId, invitationId);
        return outcome.isDone()
                ? Response.noContent().build()
                : OrganizationProblems.of(outcome).response();
    }

    @POST
    @Path("{invitation_id}/resend")
    @Produces(MediaType.APPLICATION_JSON)
    public Response resend(@PathParam("invitation_id") String invitationId) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Invitation> outcome =
                visit.organizations().invitations().resend(visit.caller(), organizationId, invitationId);
        return outcome.isDone()
                ? Answer.ok(InvitationAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    private Response inviteOne(OrganizationsAccess.Visit visit, InviteRequest request) {
        NewInvitation invitation =
                Requests.good(NewInvitation.check(request.email(), request.roles(), request.message()));
        Outcome<Invitation> outcome = visit.organizations()
                .invitations()
                .invite(visit.caller(), organizationId, Permission.INVITATIONS_MANAGE, invitation);
        return outcome.isDone()
                ? Answer.of(Response.Status.CREATED, InvitationAnswer.of(outcome.get()))
                        .location(access.location(outcome.get().id()))
                        .build()
                : OrganizationProblems.of(outcome).response();
    }

    private Response inviteSeveral(
            OrganizationsAccess.Visit visit, InviteRequest request, List<InviteRequest.Entry> entries) {
        if (request.roles() != null || request.message() != null) {
            throw Requests.invalid(
                    Mistake.VALUE.at("/invitations", "Each invitation carries roles and message of its own."));
        }
        List<Checked<NewInvitation>> checked = entries.stream()
                .map(entry -> NewInvitation.check(entry.email(), entry.roles(), entry.message()))
                .toList();
        InvitationBatch batch = Requests.good(InvitationBatch.check(checked));
        Outcome<List<Outcome<Invitation>>> outcome = visit.organizations()
                .invitations()
                .invite(visit.caller(), organizationId, Permission.INVITATIONS_MANAGE, batch);
        return outcome.isDone()
                ? Answer.ok(BatchAnswer.of(entries, outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }
}
