/** What Keycloak's invitations have no column for, and the queries that take one exactly once. */
@NullMarked
package dev.gatehouse.organization.keycloak.invitation.jpa;

import org.jspecify.annotations.NullMarked;
