/**
 * The queries and tables behind organizations: Keycloak's own tables read with a constant number of statements, and what
 * Keycloak has no column for.
 */
@NullMarked
package dev.gatehouse.organization.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
