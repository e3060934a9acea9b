/** The limits in Keycloak's own Infinispan. */
@NullMarked
package dev.gatehouse.ratelimit.keycloak.infinispan;

import org.jspecify.annotations.NullMarked;
