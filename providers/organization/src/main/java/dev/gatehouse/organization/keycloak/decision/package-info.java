/** Decisions on Keycloak's memberships. */
@NullMarked
package dev.gatehouse.organization.keycloak.decision;

import org.jspecify.annotations.NullMarked;
