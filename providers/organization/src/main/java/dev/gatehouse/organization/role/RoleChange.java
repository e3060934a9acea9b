package dev.gatehouse.organization.role;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.OrganizationRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed about a role, well-formed. Its name stays: tokens, invitations and the code of applications
 * know the role by it.
 *
 * @param description empty to remove it, nothing to leave it as it is
 * @param permissions all that the role shall allow, nothing to leave them as they are
 */
public record RoleChange(
        @Nullable String description, @Nullable Set<String> permissions) {

    /**
     * Checks a merge patch (RFC 7396).
     *
     * @param current the role's name
     * @param sent which fields were there, if only as null
     */
    public static Checked<RoleChange> check(
            String current,
            Set<String> sent,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> permissions) {
        List<FieldError> errors = new ArrayList<>();
        if (sent.contains("name") && !current.equals(name)) {
            errors.add(new FieldError("/name", FieldCode.VALUE, "The name of a role never changes."));
        }
        Checked<String> checkedDescription = RoleText.description(description);
        errors.addAll(checkedDescription.errors());
        Set<String> checkedPermissions = null;
        if (sent.contains("permissions")) {
            Checked<Set<String>> checked = RoleText.permissions(permissions);
            errors.addAll(checked.errors());
            checkedPermissions = checked.isGood() ? checked.value() : null;
        }
        return errors.isEmpty()
                ? Checked.good(new RoleChange(
                        sent.contains("description") ? checkedDescription.value() : null, checkedPermissions))
                : Checked.bad(errors);
    }

    /** The role as it is to be. */
    public DescribedRole applyTo(DescribedRole before) {
        OrganizationRole role = before.role();
        String words = description == null ? before.description() : description;
        return new DescribedRole(
                permissions == null ? role : OrganizationRole.stored(role.name(), permissions),
                words == null || words.isEmpty() ? null : words);
    }
}
