package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.Registrar;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/** {@code POST /auth/register}. */
public final class RegistrationResource {
    private final Registrar registrar;

    public RegistrationResource(Registrar registrar) {
        this.registrar = registrar;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response register(InputStream body) {
        RegisterRequest request = RequestBody.read(body, RegisterRequest.class);
        return AccountAnswers.answer(
                registrar.register(request.registration()),
                () -> Answer.of(Response.Status.ACCEPTED, Map.of("status", "verification_sent"))
                        .build());
    }
}
