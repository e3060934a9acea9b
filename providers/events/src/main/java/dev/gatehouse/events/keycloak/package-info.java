/** Keycloak's events, told to the recorder in the session they happen in. */
@NullMarked
package dev.gatehouse.events.keycloak;

import org.jspecify.annotations.NullMarked;
