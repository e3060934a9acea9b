/**
 * Organizations on Keycloak's own model: {@link dev.gatehouse.organization.keycloak.Organizations} is the door. The
 * rules are in {@code dev.gatehouse.organization}; here the session is read and changed.
 */
@NullMarked
package dev.gatehouse.organization.keycloak;

import org.jspecify.annotations.NullMarked;
