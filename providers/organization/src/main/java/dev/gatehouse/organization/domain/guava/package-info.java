/** The list of public suffixes as Guava, which Keycloak ships, carries it. */
@NullMarked
package dev.gatehouse.organization.domain.guava;

import org.jspecify.annotations.NullMarked;
