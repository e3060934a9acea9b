package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles that somebody wants to give to a member, by name. */
public record RoleChoice(List<String> names) {

    static final int MAXIMUM = 20;

    public RoleChoice {
        names = List.copyOf(names);
    }

    /** The built-in {@code member} where nothing was chosen. */
    public static RoleChoice ofNullable(@Nullable List<String> names) {
        return new RoleChoice(names == null || names.isEmpty() ? List.of(OrganizationRole.MEMBER.name()) : names);
    }

    /** The roles, if all exist in the organization and the caller may give every one. */
    public Outcome<Set<OrganizationRole>> decide(Authority authority, Collection<OrganizationRole> existing) {
        if (names.size() > MAXIMUM) {
            return Outcome.refused(
                    Verdict.UNKNOWN_ROLE,
                    new FieldError("/roles", FieldCode.LENGTH, "Must be at most " + MAXIMUM + "."));
        }
        Set<OrganizationRole> chosen = new LinkedHashSet<>();
        List<FieldError> unknown = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at);
            String pointer = "/roles/" + at;
            existing.stream()
                    .filter(role -> role.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> unknown.add(new FieldError(
                                    pointer, FieldCode.VALUE, "The organization has no role of this name.")));
        }
        if (!unknown.isEmpty()) {
            return new Outcome<>(Verdict.UNKNOWN_ROLE, null, unknown);
        }
        return chosen.stream().allMatch(authority::mayGrant)
                ? Outcome.done(chosen)
                : Outcome.refused(Verdict.ROLE_NOT_HELD);
    }
}
