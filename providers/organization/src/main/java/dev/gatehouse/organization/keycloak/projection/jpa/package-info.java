/** The tables of the projection, and the queries that write and read them. */
@NullMarked
package dev.gatehouse.organization.keycloak.projection.jpa;

import org.jspecify.annotations.NullMarked;
