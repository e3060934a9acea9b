/** Trusted devices in Keycloak: a credential of the user, a cookie, and the condition that asks for it. */
@NullMarked
package dev.gatehouse.mfa.keycloak.device;

import org.jspecify.annotations.NullMarked;
