package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.role.NewRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /organizations/{id}/roles}. */
record RoleRequest(
        @MaxLength(1_000) String name,
        @MaxLength(2_000) @Nullable String description,
        @MaxLength(1_000) List<String> permissions) {
    Checked<NewRole> check() {
        return NewRole.check(name, description, permissions);
    }
}
