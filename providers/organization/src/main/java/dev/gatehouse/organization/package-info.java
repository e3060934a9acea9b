/** Roles, permissions and membership on Keycloak's own organizations. */
@NullMarked
package dev.gatehouse.organization;

import org.jspecify.annotations.NullMarked;
