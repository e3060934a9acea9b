/**
 * One-time codes and second factors: one engine for every way in.
 *
 * <p>{@link dev.gatehouse.mfa.OtpIssuer} makes codes, {@link dev.gatehouse.mfa.OtpJudge} judges what a person typed. Both
 * know nothing of Keycloak, of HTTP, or of how a code travels.
 */
@NullMarked
package dev.gatehouse.mfa;

import org.jspecify.annotations.NullMarked;
