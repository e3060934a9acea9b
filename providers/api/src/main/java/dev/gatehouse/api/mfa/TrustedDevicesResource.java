package dev.gatehouse.api.mfa;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.list.ListAnswer;
import dev.gatehouse.api.list.ListQuery;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.device.DevicePosition;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /mfa/trusted-devices}. */
public final class TrustedDevicesResource {
    private final DevicesAccess access;

    TrustedDevicesResource(DevicesAccess access) {
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        DevicesAccess.Visit visit = access.visit();
        CursorSeal seal = access.seal("trusted devices of " + visit.userId());
        ListQuery query = ListQuery.read(limit, cursor, seal);
        return Answer.ok(ListAnswer.of(
                Page.of(
                        DevicePosition.after(query.after(), visit.live()),
                        query.limit(),
                        device -> DevicePosition.of(device).text()),
                DeviceAnswer::of,
                seal));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public Response forgetAll() {
        access.visit().forgetAll();
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response forget(@PathParam("id") String id) {
        return access.visit().forget(id)
                ? Response.noContent().build()
                : Problem.of(ProblemType.NOT_FOUND).response();
    }
}
