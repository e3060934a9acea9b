/** Asks of every realm that comes into being whether it may. */
@NullMarked
package dev.gatehouse.foundation.keycloak.admission;

import org.jspecify.annotations.NullMarked;
