package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.AddressVerification;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.problem.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/** {@code POST /auth/verify-email}. */
public final class EmailVerificationResource {
    private final AddressVerification verification;

    public EmailVerificationResource(AddressVerification verification) {
        this.verification = verification;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify(InputStream body) {
        VerifyEmailRequest request = RequestBody.read(body, VerifyEmailRequest.class);
        return AccountAnswers.answer(
                verification.verify(request.token(), request.password()),
                () -> Answer.ok(Map.of("email_verified", true)));
    }
}
