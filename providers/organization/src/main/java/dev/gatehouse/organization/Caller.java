package dev.gatehouse.organization;

/**
 * Who asks: a user of this realm, logged in.
 *
 * @param mayCreate whether the realm lets this user make organizations of their own
 */
public record Caller(String userId, RealmStanding standing, boolean mayCreate) {}
