/** Tells the owner of an account, by e-mail, what Keycloak's events tell of its second factors. */
@NullMarked
package dev.gatehouse.mfa.keycloak.notice;

import org.jspecify.annotations.NullMarked;
