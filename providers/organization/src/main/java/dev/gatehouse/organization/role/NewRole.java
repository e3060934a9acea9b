package dev.gatehouse.organization.role;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.OrganizationRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role that somebody wants an organization to have, well-formed. */
public record NewRole(DescribedRole described) {

    /** All that is wrong at once. */
    public static Checked<NewRole> check(
            @Nullable String name, @Nullable String description, @Nullable List<String> permissions) {
        List<FieldError> errors = new ArrayList<>();
        Checked<String> checkedName = RoleText.name(name);
        errors.addAll(checkedName.errors());
        Checked<String> checkedDescription = RoleText.description(description);
        errors.addAll(checkedDescription.errors());
        Checked<Set<String>> checkedPermissions = RoleText.permissions(permissions);
        errors.addAll(checkedPermissions.errors());
        if (!errors.isEmpty()) {
            return Checked.bad(errors);
        }
        String words = checkedDescription.value();
        return Checked.good(new NewRole(new DescribedRole(
                OrganizationRole.stored(checkedName.value(), checkedPermissions.value()),
                words.isEmpty() ? null : words)));
    }

    public OrganizationRole role() {
        return described.role();
    }
}
