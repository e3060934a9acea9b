package dev.gatehouse.api.validation;

import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import java.util.Optional;

/** What one request about a token comes from, so that the resource itself knows no session. */
public interface ValidationAccess {
    /**
     * The token, if it is good and the caller may know: a service that validates tokens, or the token's own user. Thrown
     * as a problem for anybody else.
     */
    Optional<ValidatedToken> forCaller(String token);

    /** The request's own bearer token, if it carries a good one. */
    Optional<ValidatedToken> ofRequest();

    /** What the token's user may do in this organization, by id or alias; nothing for whoever is no member. */
    Optional<InOrganization> in(ValidatedToken token, String organization);

    /** The problem of a request without a good token. */
    RuntimeException unauthenticated();
}
