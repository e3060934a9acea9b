package dev.gatehouse.api.validation;

import dev.gatehouse.account.validation.LiveToken;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import java.util.Optional;

/**
 * A token that is good now, and what its user may do now in the organization that it is for.
 *
 * @param organization nothing where the token is for none or for several, or the user belongs there no more
 */
public record ValidatedToken(LiveToken token, Optional<InOrganization> organization) {}
