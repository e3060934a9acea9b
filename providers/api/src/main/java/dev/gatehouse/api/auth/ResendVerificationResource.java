package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.Registrar;
import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code POST /auth/resend-verification}. */
public final class ResendVerificationResource {
    private final Registrar registrar;

    public ResendVerificationResource(Registrar registrar) {
        this.registrar = registrar;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response sendAgain(InputStream body) {
        registrar.sendAgain(RequestBody.read(body, EmailRequest.class).email());
        return AccountAnswers.accepted();
    }
}
