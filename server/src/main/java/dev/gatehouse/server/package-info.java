/** The server: Keycloak's distribution with the bundle, prepared when something changed and run in this JVM. */
@NullMarked
package dev.gatehouse.server;

import org.jspecify.annotations.NullMarked;
