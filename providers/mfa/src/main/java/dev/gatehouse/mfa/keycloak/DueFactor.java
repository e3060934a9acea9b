package dev.gatehouse.mfa.keycloak;

import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a login knows of its second step: which execution waits for a factor, and that it got one. Bound to the execution
 * and the user, so that what satisfied one step or one person never satisfies another.
 */
record DueFactor(AuthenticationSessionModel login) {

    private static final String DUE = "gatehouse.mfa.due";
    private static final String SATISFIED = "gatehouse.mfa.satisfied";

    void markDue(String executionId) {
        login.setAuthNote(DUE, executionId);
    }

    Optional<String> execution() {
        return Optional.ofNullable(login.getAuthNote(DUE));
    }

    /** Says that the due execution was satisfied by this user; forgets that it was due. */
    void satisfy(UserModel user, int level) {
        execution().ifPresent(executionId -> {
            login.setAuthNote(SATISFIED, executionId + '/' + level + '/' + user.getId());
            login.removeAuthNote(DUE);
        });
    }

    /** The level that a factor of this user reached in this execution; empty if none was shown. */
    Optional<Integer> satisfiedLevel(String executionId, UserModel user) {
        String note = login.getAuthNote(SATISFIED);
        if (note == null) {
            return Optional.empty();
        }
        String[] parts = note.split("/", 3);
        return parts.length == 3 && parts[0].equals(executionId) && parts[2].equals(user.getId())
                ? Optional.of(Integer.valueOf(parts[1]))
                : Optional.empty();
    }
}
