package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.registration.AddressProof;
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
    private final AddressProof proof;

    public EmailVerificationResource(AddressProof proof) {
        this.proof = proof;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify(InputStream body) {
        VerifyEmailRequest request = RequestBody.read(body, VerifyEmailRequest.class);
        return AccountAnswers.answer(
                proof.verify(request.token(), request.password()), () -> Answer.ok(Map.of("email_verified", true)));
    }
}
