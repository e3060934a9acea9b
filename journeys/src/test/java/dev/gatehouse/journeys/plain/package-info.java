/** A Keycloak as its makers ship it, with our bundle in its providers directory and nothing configured. */
@NullMarked
package dev.gatehouse.journeys.plain;

import org.jspecify.annotations.NullMarked;
