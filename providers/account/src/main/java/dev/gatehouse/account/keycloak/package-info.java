/** A login by REST as Keycloak runs it: its flows, its events, its tokens. */
@NullMarked
package dev.gatehouse.account.keycloak;

import org.jspecify.annotations.NullMarked;
