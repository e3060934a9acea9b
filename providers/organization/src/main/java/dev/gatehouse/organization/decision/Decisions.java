package dev.gatehouse.organization.decision;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.ConditionalPermission;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rule by which everything is decided: membership, then roles, then their conditions. No is what is left. */
public final class Decisions {

    private Decisions() {}

    /** The answer where it needs no look at who is a member of what. */
    public static Optional<Decision> withoutMembership(Evaluation evaluation) {
        if (!evaluation.isAboutUser()) {
            return Optional.of(Decision.of(Reason.UNKNOWN_SUBJECT_TYPE, List.of()));
        }
        if (Permission.of(evaluation.action()).isEmpty()) {
            return Optional.of(Decision.of(Reason.UNKNOWN_ACTION, List.of()));
        }
        return evaluation.organization().isEmpty()
                ? Optional.of(Decision.of(Reason.NO_ORGANIZATION, List.of()))
                : Optional.empty();
    }

    /**
     * The answer.
     *
     * @param given the roles given to the subject in the organization; nothing for whoever is no member
     */
    public static Decision decide(Evaluation evaluation, Optional<? extends Collection<OrganizationRole>> given) {
        Optional<Decision> early = withoutMembership(evaluation);
        if (early.isPresent()) {
            return early.get();
        }
        if (given.isEmpty()) {
            return Decision.of(Reason.NOT_A_MEMBER, List.of());
        }
        Collection<OrganizationRole> roles = Authority.effective(List.copyOf(given.get()));
        Permission permission = Permission.of(evaluation.action()).orElseThrow();
        return Decision.of(
                reason(evaluation, permission, roles),
                roles.stream().map(OrganizationRole::name).toList());
    }

    private static Reason reason(Evaluation evaluation, Permission permission, Collection<OrganizationRole> roles) {
        if (roles.stream().anyMatch(role -> role.allows(permission))) {
            return Reason.PERMISSION_HELD;
        }
        List<ConditionalPermission> conditional = roles.stream()
                .flatMap(role -> role.conditional().stream())
                .filter(candidate -> candidate.permission().equals(permission))
                .toList();
        if (conditional.isEmpty()) {
            return Reason.PERMISSION_NOT_HELD;
        }
        return conditional.stream().anyMatch(candidate -> Conditions.hold(candidate.condition(), evaluation))
                ? Reason.CONDITION_MET
                : Reason.CONDITION_NOT_MET;
    }
}
