/** The bundle in Keycloak's published image. */
@NullMarked
package dev.gatehouse.journeys.container;

import org.jspecify.annotations.NullMarked;
