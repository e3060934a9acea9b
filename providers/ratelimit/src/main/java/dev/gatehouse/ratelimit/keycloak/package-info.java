/** Where Keycloak starts and stops the limits, and where its other extensions find them. */
@NullMarked
package dev.gatehouse.ratelimit.keycloak;

import org.jspecify.annotations.NullMarked;
