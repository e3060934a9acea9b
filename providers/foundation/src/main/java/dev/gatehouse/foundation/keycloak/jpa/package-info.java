/** Keycloak's database. */
@NullMarked
package dev.gatehouse.foundation.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
