/** An organization's requests, counted in the buckets of the cluster. */
@NullMarked
package dev.gatehouse.organization.keycloak.tier;

import org.jspecify.annotations.NullMarked;
