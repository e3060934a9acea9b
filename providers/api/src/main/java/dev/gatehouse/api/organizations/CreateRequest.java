package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.NewOrganization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /organizations}. */
record CreateRequest(
        @MaxLength(1_000) String name,
        @Nullable String alias,
        @Nullable String description,
        @MaxLength(1_000) @Nullable List<String> domains,
        @Nullable Map<String, List<String>> attributes) {
    Checked<NewOrganization> check() {
        return NewOrganization.check(
                name,
                alias,
                description,
                domains == null ? List.of() : domains,
                attributes == null ? Map.of() : attributes);
    }
}
