package dev.gatehouse.api.auth;

import dev.gatehouse.api.contract.Contract;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The operations under {@code /auth}. */
public final class AuthResource {
    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response describe() {
        return Response.ok(Contract.get().json()).build();
    }
}
