/** How the server's configuration and the realm's switch reach Gatehouse. */
@NullMarked
package dev.gatehouse.foundation.keycloak;

import org.jspecify.annotations.NullMarked;
