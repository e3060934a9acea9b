package dev.gatehouse.account.password;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the realm's password policy that a password breaks.
 *
 * @param rule Keycloak's name of it, such as {@code length} or {@code notUsername}
 * @param value what the rule asks for, where that is a number
 */
public record BrokenRule(String rule, @Nullable Integer value) {}
