package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.PasswordRecovery;
import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code POST /auth/forgot-password}. */
public final class ForgotPasswordResource {
    private final PasswordRecovery recovery;

    public ForgotPasswordResource(PasswordRecovery recovery) {
        this.recovery = recovery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(InputStream body) {
        recovery.ask(RequestBody.read(body, EmailRequest.class).email());
        return AccountAnswers.accepted();
    }
}
