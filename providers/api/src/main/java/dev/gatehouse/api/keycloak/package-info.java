/** Keycloak's doors to the API, and who is calling. */
@NullMarked
package dev.gatehouse.api.keycloak;

import org.jspecify.annotations.NullMarked;
