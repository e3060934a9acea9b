/** The tables of this module among Keycloak's own, and what is asked of Keycloak's. */
@NullMarked
package dev.gatehouse.account.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
