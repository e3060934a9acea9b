/** What accounts ask of the database. */
@NullMarked
package dev.gatehouse.account.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
