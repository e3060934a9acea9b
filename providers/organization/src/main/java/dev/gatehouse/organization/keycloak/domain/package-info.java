/** Domains in Keycloak's model: claimed in a table of ours, verified in Keycloak's. */
@NullMarked
package dev.gatehouse.organization.keycloak.domain;

import org.jspecify.annotations.NullMarked;
