package dev.gatehouse.api.json;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Successful answers. */
public final class Answer {
    private Answer() {}

    /** 200 with this as JSON. */
    public static Response ok(Object body) {
        return of(Response.Status.OK, body).build();
    }

    /** Any status with this as JSON, to be given headers. */
    public static Response.ResponseBuilder of(Response.Status status, Object body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(Json.write(body));
    }

    /** Any status with this as JSON, to be kept by nobody but the client. */
    public static Response secret(Response.Status status, Object body) {
        return of(status, body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
