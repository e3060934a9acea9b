package dev.gatehouse.api.auth;

import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.account.keycloak.TokenRefresh;
import dev.gatehouse.api.contract.Contract;
import dev.gatehouse.api.decisions.DecisionsAccess;
import dev.gatehouse.api.decisions.DecisionsResource;
import dev.gatehouse.api.decisions.PermissionsAccess;
import dev.gatehouse.api.decisions.PermissionsResource;
import dev.gatehouse.api.docs.DocumentationResource;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.api.users.MeResource;
import dev.gatehouse.api.users.UsersAccess;
import dev.gatehouse.api.validation.ValidationAccess;
import dev.gatehouse.api.validation.ValidationResource;
import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The operations under {@code /auth}. */
public final class AuthResource {
    private final FirstPartyLogin login;
    private final TokenRefresh refresh;
    private final LoginSessions sessions;
    private final DecisionsAccess decisions;
    private final PermissionsAccess permissions;
    private final ValidationAccess validation;
    private final UsersAccess users;
    private final AccountOperations accounts;

    public AuthResource(
            FirstPartyLogin login,
            TokenRefresh refresh,
            LoginSessions sessions,
            DecisionsAccess decisions,
            PermissionsAccess permissions,
            ValidationAccess validation,
            UsersAccess users,
            AccountOperations accounts) {
        this.login = login;
        this.refresh = refresh;
        this.sessions = sessions;
        this.decisions = decisions;
        this.permissions = permissions;
        this.validation = validation;
        this.users = users;
        this.accounts = accounts;
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response logIn(InputStream body) {
        LoginRequest request = RequestBody.read(body, LoginRequest.class);
        return login.begin(request.credentials()).answer(new LoginAnswers());
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response refresh(InputStream body) {
        RefreshRequest request = RequestBody.read(body, RefreshRequest.class);
        return refresh.refresh(request.refreshToken(), request.clientId(), request.clientSecret())
                .answer(new LoginAnswers());
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response logOut(InputStream body) throws IOException {
        PushbackInputStream maybeEmpty = new PushbackInputStream(body);
        int first = maybeEmpty.read();
        if (first < 0) {
            sessions.endOfCaller();
        } else {
            maybeEmpty.unread(first);
            LogoutRequest request = RequestBody.read(maybeEmpty, LogoutRequest.class);
            if (!sessions.endOfRefreshToken(request.refreshToken())) {
                return Problem.of(ProblemType.INVALID_GRANT).response();
            }
        }
        return Response.noContent().build();
    }

    @POST
    @Path("reauthenticate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response reauthenticate(InputStream body) {
        ReauthenticateRequest request = RequestBody.read(body, ReauthenticateRequest.class);
        return sessions.reauthenticate(request.password())
                .map(new LoginAnswers()::loggedIn)
                .orElseGet(() -> Problem.of(ProblemType.INVALID_CREDENTIALS).response());
    }

    @POST
    @Path("change-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response changePassword(InputStream body) {
        ChangePasswordRequest request = RequestBody.read(body, ChangePasswordRequest.class);
        return AccountAnswers.answer(
                sessions.changePassword(request.currentPassword(), request.newPassword()),
                () -> Response.noContent().build());
    }

    @Path("sessions")
    public SessionsResource sessions() {
        return new SessionsResource(sessions);
    }

    @Path("validate")
    public ValidationResource validation() {
        return new ValidationResource(validation);
    }

    @Path("me")
    public MeResource me() {
        return new MeResource(users);
    }

    @Path("register")
    public RegistrationResource registration() {
        return new RegistrationResource(accounts.registrar());
    }

    @Path("verify-email")
    public EmailVerificationResource emailVerification() {
        return new EmailVerificationResource(accounts.verification());
    }

    @Path("resend-verification")
    public ResendVerificationResource resendVerification() {
        return new ResendVerificationResource(accounts.registrar());
    }

    @Path("forgot-password")
    public ForgotPasswordResource forgotPassword() {
        return new ForgotPasswordResource(accounts.recovery());
    }

    @Path("reset-password")
    public ResetPasswordResource resetPassword() {
        return new ResetPasswordResource(accounts.recovery());
    }

    @Path("actions/{action}")
    public ActionsResource actions(@PathParam("action") String action) {
        return new ActionsResource(login, action);
    }

    @Path("authorize")
    public DecisionsResource decisions() {
        return new DecisionsResource(decisions);
    }

    @Path("permissions/{user_id}")
    public PermissionsResource permissions(@PathParam("user_id") String userId) {
        return new PermissionsResource(permissions, userId);
    }

    @Path("docs")
    public DocumentationResource documentation() {
        return new DocumentationResource(accounts.defaultClient());
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response describe() {
        return Response.ok(Contract.get().json()).build();
    }
}
