/**
 * Second factors in Keycloak: the login page, the direct grant, the enrolment, and {@link
 * dev.gatehouse.mfa.keycloak.SecondFactors} for those that speak HTTP.
 */
@NullMarked
package dev.gatehouse.mfa.keycloak;

import org.jspecify.annotations.NullMarked;
