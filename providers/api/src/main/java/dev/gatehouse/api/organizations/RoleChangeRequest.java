package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.role.RoleChange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /organizations/{id}/roles/{name}}. */
record RoleChangeRequest(
        @MaxLength(1_000) @Nullable String name,
        @MaxLength(2_000) @Nullable String description,
        @MaxLength(1_000) @Nullable List<String> permissions) {
    Checked<RoleChange> check(String current, Set<String> sent) {
        return RoleChange.check(current, sent, name, description, permissions);
    }
}
