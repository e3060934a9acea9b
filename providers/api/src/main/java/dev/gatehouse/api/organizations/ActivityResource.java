package dev.gatehouse.api.organizations;

import dev.gatehouse.api.activity.ActivityAnswer;
import dev.gatehouse.api.activity.ActivityQuery;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.Outcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operation {@code /organizations/{id}/activity}. */
public final class ActivityResource {
    private final OrganizationsAccess access;
    private final String organizationId;

    ActivityResource(OrganizationsAccess access, String organizationId) {
        this.access = access;
        this.organizationId = organizationId;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("type") List<String> types,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        OrganizationsAccess.Visit visit = access.visit();
        ActivityQuery wanted = ActivityQuery.read(types, from, to);
        CursorSeal seal = access.seal("activity of " + organizationId + " " + wanted.text());
        ListQuery query = ListQuery.read(limit, cursor, seal);
        Outcome<Page<ActivityEntry>> outcome = visit.organizations()
                .readers()
                .activity()
                .list(visit.caller(), organizationId, wanted.filter(), query.after(), query.limit());
        return outcome.isDone()
                ? Answer.ok(ListAnswer.of(outcome.get(), ActivityAnswer::of, seal))
                : OrganizationProblems.of(outcome).response();
    }
}
