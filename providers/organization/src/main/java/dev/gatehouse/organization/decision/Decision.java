package dev.gatehouse.organization.decision;

import java.util.Collection;
import java.util.List;

/**
 * The answer to one question.
 *
 * @param roles the subject's roles in the organization, whatever the answer; none for whoever is no member
 */
public record Decision(boolean allowed, Reason reason, List<String> roles) {

    static Decision of(Reason reason, Collection<String> roles) {
        return new Decision(
                reason.allows(), reason, roles.stream().distinct().sorted().toList());
    }

    /** No, for a question that is no question. */
    public static Decision invalid() {
        return of(Reason.INVALID_EVALUATION, List.of());
    }
}
