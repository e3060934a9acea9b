/** Admission on every way in: the console, an invitation, a broker, a login. */
@NullMarked
package dev.gatehouse.organization.keycloak.admission;

import org.jspecify.annotations.NullMarked;
