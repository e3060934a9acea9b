package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.decisions.PermissionsAccess;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.decision.UserPermissions;
import dev.gatehouse.organization.keycloak.Organizations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A request's session, translated for the permissions' resource. */
final class KeycloakPermissionsAccess implements PermissionsAccess {
    private final KeycloakSession session;

    KeycloakPermissionsAccess(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Optional<UserPermissions> of(String userId, @Nullable String organization) {
        Organizations organizations = Organizations.of(session);
        if (!organizations.areAvailable()) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        UserModel user = user(userId);
        if (organization != null && organization.indexOf('\0') >= 0) {
            // No organization has it, and no database can look for it.
            throw Problem.of(ProblemType.INVALID_REQUEST).refusal();
        }
        return organizations.permissions().of(user, organization, MAXIMUM_ORGANIZATIONS);
    }

    /** The user asked about, for who may ask; for everybody else as if there were none. */
    private UserModel user(String userId) {
        Optional<ServiceCaller> service = ServiceCaller.byCredentials(session);
        if (service.isPresent()) {
            if (!service.get().holds(ServiceCaller.VALIDATE_TOKENS)) {
                throw Problem.of(ProblemType.FORBIDDEN).refusal();
            }
            return found(userId);
        }
        Caller caller = Caller.require(session);
        if (caller.user().getId().equals(userId)) {
            return caller.user();
        }
        if (ServiceCaller.of(caller)
                .filter(one -> one.holds(ServiceCaller.VALIDATE_TOKENS))
                .isPresent()) {
            return found(userId);
        }
        UserModel user = found(userId);
        if (!caller.permissions().users().canView(user)) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        return user;
    }

    private UserModel found(String userId) {
        UserModel user = userId.indexOf('\0') >= 0
                ? null
                : session.users().getUserById(session.getContext().getRealm(), userId);
        if (user == null) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        return user;
    }
}
