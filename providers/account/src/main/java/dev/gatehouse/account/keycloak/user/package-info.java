/** Users in Keycloak: looked at, changed, made, carried out and forgotten. */
@NullMarked
package dev.gatehouse.account.keycloak.user;

import org.jspecify.annotations.NullMarked;
