package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.projection.Dashboard;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The operation {@code /organizations/{id}/dashboard}. */
public final class DashboardResource {
    private final OrganizationsAccess access;
    private final String organizationId;

    DashboardResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response find() {
        OrganizationsAccess.Visit visit = access.visit();
        Outcome<Dashboard> outcome =
                visit.organizations().readers().dashboards().find(visit.caller(), organizationId);
        return outcome.isDone()
                ? Answer.ok(DashboardAnswer.of(outcome.get()))
                : OrganizationProblems.of(outcome).response();
    }
}
