package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.domain.DomainState;
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
import org.jspecify.annotations.Nullable;

/** The operations under {@code /organizations/{id}/domains}. */
public final class DomainsResource {
    private final OrganizationsAccess access;
    private final String organizationId;

    DomainsResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        OrganizationsAccess.Visit visit = access.visit();
        CursorSeal seal = access.seal("domains of " + organizationId);
        ListQuery query = ListQuery.read(limit, cursor, seal);
        Outcome<Page<DomainState>> outcome =
                visit.organizations().domains().list(visit.caller(), organizationId, query.after(), query.limit());
        return outcome.isDone()
                ? Answer.ok(ListAnswer.of(outcome.get(), DomainAnswer::of, seal))
                : OrganizationProblems.of(outcome).response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response claim(InputStream body) {
        return access.once(body, this::claimed);
    }

    private Response claimed(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        DomainRequest request = RequestBody.read(body, DomainRequest.class);
        Outcome<DomainState> outcome =
                visit.organizations().domains().claim(visit.caller(), organizationId, request.domain());
        return outcome.isDone()
                ? Answer.of(Response.Status.CREATED, DomainAnswer.of(outcome.get()))
                        .location(access.location(outcome.get().name()))
                        .build()
                : OrganizationProblems.of(outcome).response();
    }

    @POST
    @Path("{domain}/verify")
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify(@PathParam("domain") String domain) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<DomainState> outcome = visit.organizations().domains().verify(visit.caller(), organizationId, domain);
        return outcome.isDone()
                ? Answer.ok(DomainAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }

    @DELETE
    @Path("{domain}")
    public Response remove(@PathParam("domain") String domain) {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Boolean> outcome = visit.organizations().domains().remove(visit.caller(), organizationId, domain);
        return outcome.isDone()
                ? Response.noContent().build()
                : OrganizationProblems.of(outcome).response();
    }
}
