/** What is read from Keycloak's own tables. */
@NullMarked
package dev.gatehouse.ratelimit.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
