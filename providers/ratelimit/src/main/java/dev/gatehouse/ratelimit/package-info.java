/** Limits in front of Keycloak, one bucket across the cluster. */
@NullMarked
package dev.gatehouse.ratelimit;

import org.jspecify.annotations.NullMarked;
