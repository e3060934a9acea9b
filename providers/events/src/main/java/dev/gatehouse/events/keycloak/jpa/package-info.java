/** Our tables in Keycloak's persistence unit and transactions. */
@NullMarked
package dev.gatehouse.events.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
