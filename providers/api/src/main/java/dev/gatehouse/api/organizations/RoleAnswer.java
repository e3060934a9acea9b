package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.role.DescribedRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role as clients see it. */
record RoleAnswer(String name, @Nullable String description, List<String> permissions, boolean builtIn) {
    static RoleAnswer of(DescribedRole described) {
        return new RoleAnswer(
                described.role().name(),
                described.description(),
                described.role().values(),
                described.role().isBuiltIn());
    }
}
