/** The tables join Keycloak's own database, its migration and its transactions. */
@NullMarked
package dev.gatehouse.account.keycloak.jpa;

import org.jspecify.annotations.NullMarked;
