package dev.gatehouse.api.validation;

import dev.gatehouse.api.json.Answer;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.problem.RequestBody;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /auth/validate}. */
public final class ValidationResource {
    private final ValidationAccess access;

    public ValidationResource(ValidationAccess access) {
        this.access = access;
    }

    /** For services, which send the token that came to them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response validate(InputStream body) {
        ValidateRequest request = RequestBody.read(body, ValidateRequest.class);
        return access.forCaller(request.token())
                .filter(validated -> validated.token().isFor(request.audience()))
                .map(ValidationAnswer::of)
                .map(answer -> Answer.secret(Response.Status.OK, answer))
                .orElseGet(() -> Answer.secret(Response.Status.OK, ValidationAnswer.Inactive.ANSWER));
    }

    /** For gateways, which send the request's headers on. A bound token is refused: its proof is for another address. */
    @GET
    public Response admit(
            @QueryParam("audience") List<String> audiences,
            @QueryParam("organization") List<String> organizations,
            @QueryParam("permission") List<String> permissions) {
        String audience = only("audience", audiences);
        String organization = only("organization", organizations);
        String permission = only("permission", permissions);
        if (audience == null || audience.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_REQUEST)
                    .detail("Name the service that the token has to be for, with ?audience=.")
                    .refusal();
        }
        ValidatedToken validated = access.ofRequest()
                .filter(one -> one.token().isFor(audience) && !one.token().isBound())
                .orElseThrow(access::unauthenticated);
        Optional<InOrganization> asked = organization == null ? validated.organization() : in(validated, organization);
        if ((organization != null && asked.isEmpty()) || (permission != null && !holds(asked, permission))) {
            throw Problem.of(ProblemType.FORBIDDEN).refusal();
        }
        // Keycloak lets no success pass without a media type, even where there is nothing of it.
        return GatewayHeaders.on(Response.ok().type(MediaType.TEXT_PLAIN_TYPE), validated, asked)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Nothing that somebody adds to what the gateway asks may take its place. */
    private static @Nullable String only(String name, List<String> values) {
        if (values.size() > 1) {
            throw Problem.of(ProblemType.INVALID_REQUEST)
                    .detail("Name one " + name + ", once.")
                    .refusal();
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private Optional<InOrganization> in(ValidatedToken validated, String organization) {
        return validated.token().organizations().include(organization)
                ? access.in(validated, organization)
                : Optional.empty();
    }

    /** A permission that holds on conditions is not held here: nobody says what the circumstances are. */
    private static boolean holds(Optional<InOrganization> organization, String permission) {
        return organization
                .filter(one -> one.permissions().stream().map(Permission::value).anyMatch(permission::equals))
                .isPresent();
    }
}
