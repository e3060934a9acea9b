package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.PasswordRecovery;
import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code POST /auth/reset-password}. */
public final class ResetPasswordResource {
    private final PasswordRecovery recovery;

    public ResetPasswordResource(PasswordRecovery recovery) {
        this.recovery = recovery;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response reset(InputStream body) {
        ResetPasswordRequest request = RequestBody.read(body, ResetPasswordRequest.class);
        return AccountAnswers.answer(
                recovery.reset(request.token(), request.newPassword()),
                () -> Response.noContent().build());
    }
}
