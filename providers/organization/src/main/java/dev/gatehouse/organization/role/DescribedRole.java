package dev.gatehouse.organization.role;

import dev.gatehouse.organization.OrganizationRole;
import org.jspecify.annotations.Nullable;

/**
 * A role with the words that tell people what it is for.
 *
 * @param description plain text of one line, and nothing that any rule looks at
 */
public record DescribedRole(OrganizationRole role, @Nullable String description) {}
