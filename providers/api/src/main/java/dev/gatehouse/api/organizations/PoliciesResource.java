package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.policy.OrganizationPolicies;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /organizations/{id}/policies}. */
public final class PoliciesResource {

    private final OrganizationsAccess access;
    private final String organizationId;

    PoliciesResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response find() {
        OrganizationsAccess.Visit visit = access.visit();
        return answer(visit.organizations().policies().find(visit.caller(), organizationId));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(InputStream body) {
        OrganizationsAccess.Visit visit = access.visit();
        PoliciesRequest request = RequestBody.read(body, PoliciesRequest.class);
        return answer(visit.organizations()
                .policies()
                .replace(visit.caller(), organizationId, Requests.good(request.check())));
    }

    private static Response answer(Outcome<OrganizationPolicies> outcome) {
        return outcome.isDone()
                ? Answer.ok(PoliciesAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }
}
