/** Registration, verification of addresses and password recovery on Keycloak's users. */
@NullMarked
package dev.gatehouse.account.keycloak.registration;

import org.jspecify.annotations.NullMarked;
