package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.ShownFactors;
import java.time.Instant;
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

    /** Says that this user showed a factor for the due execution, beside those shown before; forgets that one was due. */
    void satisfy(UserModel user, FactorType type, Instant at) {
        execution().ifPresent(executionId -> {
            ShownFactors shown = shown(executionId, user).plus(type, at);
            login.setAuthNote(SATISFIED, executionId + '/' + user.getId() + '/' + shown.text());
            login.removeAuthNote(DUE);
        });
    }

    /** The factors that this user showed for this execution. */
    ShownFactors shown(String executionId, UserModel user) {
        String note = login.getAuthNote(SATISFIED);
        String owner = executionId + '/' + user.getId() + '/';
        return note == null || !note.startsWith(owner)
                ? ShownFactors.NONE
                : ShownFactors.parse(note.substring(owner.length()));
    }
}
