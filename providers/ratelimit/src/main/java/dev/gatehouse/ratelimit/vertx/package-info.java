/** How requests reach the limiter before they reach Keycloak: on the event loop, never blocking it. */
@NullMarked
package dev.gatehouse.ratelimit.vertx;

import org.jspecify.annotations.NullMarked;
