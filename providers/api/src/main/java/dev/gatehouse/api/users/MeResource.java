package dev.gatehouse.api.users;

import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /auth/me}: the caller, whoever that is. */
public final class MeResource {
    private final UsersAccess access;

    public MeResource(UsersAccess access) {
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response find() {
        return new ProfileOperations(access).find(access.own());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, RequestBody.MERGE_PATCH})
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(InputStream body) {
        return new ProfileOperations(access).change(access.own(), body);
    }
}
