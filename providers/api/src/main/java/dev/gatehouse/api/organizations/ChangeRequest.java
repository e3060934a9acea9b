package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.OrganizationChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /organizations/{id}}. */
record ChangeRequest(
        @MaxLength(1_000) @Nullable String alias,
        @MaxLength(1_000) @Nullable String name,
        @Nullable String description,
        @Nullable Map<String, @Nullable List<String>> attributes,
        @Nullable Boolean enabled) {
    Checked<OrganizationChange> check(Set<String> sent) {
        return OrganizationChange.check(sent, alias, name, description, attributes, enabled);
    }
}
