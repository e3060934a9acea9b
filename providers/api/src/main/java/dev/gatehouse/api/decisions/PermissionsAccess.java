package dev.gatehouse.api.decisions;

import dev.gatehouse.organization.decision.UserPermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one request for somebody's permissions comes from, so that the resource itself knows no session. */
public interface PermissionsAccess {
    /** The most organizations of one answer. */
    int MAXIMUM_ORGANIZATIONS = 5_000;

    /**
     * What the user may do; nothing if that is more than one answer holds. Thrown as a problem for whoever may not ask,
     * and for a user who does not exist.
     *
     * @param organization the only one to look at, by id or alias
     */
    Optional<UserPermissions> of(String userId, @Nullable String organization);
}
