/** Counts seats. */
@NullMarked
package dev.gatehouse.organization.keycloak.admission.jpa;

import org.jspecify.annotations.NullMarked;
