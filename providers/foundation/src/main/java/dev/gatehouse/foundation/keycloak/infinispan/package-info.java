/** Answers that are kept for as long as Keycloak's own caches say that nothing has changed. */
@NullMarked
package dev.gatehouse.foundation.keycloak.infinispan;

import org.jspecify.annotations.NullMarked;
