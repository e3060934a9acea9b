package dev.gatehouse.account.keycloak.jpa;

import org.jspecify.annotations.Nullable;

/**
 * A user session as Keycloak stores it.
 *
 * @param createdOn in seconds since 1970
 * @param lastSessionRefresh in seconds since 1970
 * @param data Keycloak's own JSON of all the rest
 */
public record StoredSession(
        String id,
        int createdOn,
        int lastSessionRefresh,
        String data,
        @Nullable Boolean rememberMe) {}
