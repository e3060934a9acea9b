/** Kept answers in Keycloak's database. */
@NullMarked
package dev.gatehouse.api.idempotency.jpa;

import org.jspecify.annotations.NullMarked;
