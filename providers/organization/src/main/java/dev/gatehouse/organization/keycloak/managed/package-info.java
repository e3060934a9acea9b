/** Who is a managed member, asked once for all organizations of a user. */
@NullMarked
package dev.gatehouse.organization.keycloak.managed;

import org.jspecify.annotations.NullMarked;
