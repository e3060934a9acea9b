package dev.gatehouse.api.mfa;

import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.account.keycloak.PendingLogin;
import dev.gatehouse.api.auth.LoginAnswers;
import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SetupVerdict;
import dev.gatehouse.mfa.VerificationOutcome;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The operations under {@code /mfa}. With an {@code mfa_token} they belong to the login behind it, else to the session of
 * the bearer token.
 */
public final class MfaResource {
    private final FirstPartyLogin login;
    private final FactorsAccess access;
    private final CodeAnswers answers;
    private final DevicesAccess devices;

    public MfaResource(FirstPartyLogin login, FactorsAccess access, DevicesAccess devices, CodeAnswers answers) {
        this.login = login;
        this.access = access;
        this.answers = answers;
        this.devices = devices;
    }

    @POST
    @Path("setup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response setUp(InputStream body) {
        SetupRequest request = RequestBody.read(body, SetupRequest.class);
        FactorType type = SetupAnswers.type(request.type());
        if (request.mfaToken() != null) {
            return new SetupAnswers(answers)
                    .answer(pending(request.mfaToken()).setUp(type, request.phoneNumber(), request.label()));
        }
        OwnFactors own = access.own();
        SetupAnswers.refuseUnlessShown(own.stepUp());
        return new SetupAnswers(answers).answer(own.setUp(type, request.phoneNumber(), request.label()));
    }

    @POST
    @Path("challenge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response challenge(InputStream body) {
        ChallengeRequest request = RequestBody.read(body, ChallengeRequest.class);
        return answers.answer(
                request.mfaToken() != null
                        ? pending(request.mfaToken()).challenge(request.methodId())
                        : access.own().challenge(request.methodId()));
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response verify(InputStream body) {
        VerifyRequest request = RequestBody.read(body, VerifyRequest.class);
        String factor = factor(request);
        if (request.mfaToken() == null) {
            return verifyOwn(access.own(), factor, request.code());
        }
        PendingLogin pending = pending(request.mfaToken());
        VerificationOutcome outcome = pending.verify(factor, request.code());
        return outcome.isAccepted()
                ? goOn(pending, request).answer(new LoginAnswers())
                : answers.refuse(outcome).response();
    }

    @Path("trusted-devices")
    public TrustedDevicesResource trustedDevices() {
        return new TrustedDevicesResource(devices);
    }

    private LoginOutcome goOn(PendingLogin pending, VerifyRequest request) {
        return Boolean.TRUE.equals(request.trustDevice()) ? login.resumeTrusting(pending) : login.resume(pending);
    }

    @Path("methods")
    public MethodsResource methods() {
        return new MethodsResource(access);
    }

    @POST
    @Path("backup-codes/regenerate")
    @Produces(MediaType.APPLICATION_JSON)
    public Response regenerateBackupCodes() {
        OwnFactors own = access.own();
        SetupAnswers.refuseUnlessShown(own.stepUp());
        return Answer.secret(
                Response.Status.OK,
                new BackupCodesAnswer(
                        own.setUp(FactorType.BACKUP_CODES, null, null).codes()));
    }

    private Response verifyOwn(OwnFactors own, String factor, String code) {
        Optional<SetupVerdict> proof = own.prove(factor, code);
        if (proof.isPresent()) {
            String methodId = proof.get().methodId();
            return methodId == null
                    ? answers.refuse(proof.get().outcome()).response()
                    : Answer.ok(ActivatedAnswer.of(methodId));
        }
        VerificationOutcome outcome = own.stepUp(factor, code);
        return outcome.isAccepted()
                ? new LoginAnswers().loggedIn(access.tokens())
                : answers.refuse(outcome).response();
    }

    private PendingLogin pending(String token) {
        return login.pending(token)
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_GRANT).refusal());
    }

    private static String factor(VerifyRequest request) {
        String challenge = request.challengeId();
        String method = request.methodId();
        if (challenge != null && method == null) {
            return challenge;
        }
        if (method != null && challenge == null) {
            return method;
        }
        throw Problem.invalid(List.of(
                        Mistake.REQUIRED.at("/challenge_id", "Either challenge_id or method_id has to be there.")))
                .refusal();
    }
}
