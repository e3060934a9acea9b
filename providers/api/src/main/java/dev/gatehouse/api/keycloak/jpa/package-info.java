/** The tables of this module among Keycloak's own. */
@NullMarked
package dev.gatehouse.api.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
