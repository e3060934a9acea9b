/** The queue's table among Keycloak's own: in its schema, and in its transactions. */
@NullMarked
package dev.gatehouse.messaging.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
