/** The page on which somebody chooses the organization that a login is for. */
@NullMarked
package dev.gatehouse.organization.keycloak.choice;

import org.jspecify.annotations.NullMarked;
