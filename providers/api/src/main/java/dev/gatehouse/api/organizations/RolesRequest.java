package dev.gatehouse.api.organizations;

import dev.gatehouse.api.json.MaxLength;
import java.util.List;

/** The body of {@code PUT /organizations/{id}/users/{user_id}/roles}. */
record RolesRequest(@MaxLength(255) List<String> roles) {}
