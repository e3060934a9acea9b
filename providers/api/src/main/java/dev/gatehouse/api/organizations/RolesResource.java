package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.role.DescribedRole;
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

/** The operations under {@code /organizations/{id}/roles}. */
public final class RolesResource {
    private final OrganizationsAccess access;
    private final String organizationId;

    RolesResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        OrganizationsAccess.Visit visit = access.visit();
        CursorSeal seal = access.seal("roles of " + organizationId);
        ListQuery query = ListQuery.read(limit, cursor, seal);
        Outcome<Page<DescribedRole>> outcome =
                visit.organizations().roles().list(visit.caller(), organizationId, query.after(), query.limit());
        return outcome.isDone()
                ? Answer.ok(ListAnswer.of(outcome.get(), RoleAnswer::of, seal))
                : OrganizationProblems.of(outcome).response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        return access.once(body, this::created);
    }

    private Response created(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<DescribedRole> outcome = visit.organizations()
                .roles()
                .create(
                        visit.caller(),
                        organizationId,
                        Requests.good(RequestBody.read(body, RoleRequest.class).check()));
        return outcome.isDone()
                ? Answer.of(Response.Status.CREATED, RoleAnswer.of(outcome.get()))
                        .location(access.location(outcome.get().role().name()))
                        .build()
                : OrganizationProblems.of(outcome).response();
    }

    @PATCH
    @Path("{name}")
    @Consumes({MediaType.APPLICATION_JSON, RequestBody.MERGE_PATCH})
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("name") String name, InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        RequestBody.Patch<RoleChangeRequest> patch = RequestBody.readPatch(body, RoleChangeRequest.class);
        Outcome<DescribedRole> outcome = visit.organizations()
                .roles()
                .change(
                        visit.caller(),
                        organizationId,
                        name,
                        Requests.good(patch.body().check(name, patch.sent())));
        return outcome.isDone()
                ? Answer.ok(RoleAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    @DELETE
    @Path("{name}")
    public Response delete(@PathParam("name") String name) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Boolean> outcome = visit.organizations().roles().delete(visit.caller(), organizationId, name);
        return outcome.isDone()
                ? Response.noContent().build()
                : OrganizationProblems.of(outcome).response();
    }
}
