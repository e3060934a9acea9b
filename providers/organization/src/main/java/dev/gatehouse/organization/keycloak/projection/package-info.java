/**
 * The projection of memberships at work: written in the transactions that change them, built and checked in the background,
 * and read by lists, search and the dashboard.
 */
@NullMarked
package dev.gatehouse.organization.keycloak.projection;

import org.jspecify.annotations.NullMarked;
