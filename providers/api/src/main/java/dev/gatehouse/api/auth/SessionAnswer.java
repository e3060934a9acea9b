package dev.gatehouse.api.auth;

import dev.gatehouse.account.session.OpenSession;
import java.time.Instant;
import java.util.List;

/**
 * A session as clients read it.
 *
 * @param current whether it is the one that asks
 */
record SessionAnswer(
        String id,
        boolean current,
        String ipAddress,
        String browser,
        String os,
        String device,
        Instant startedAt,
        Instant lastAccessAt,
        Instant expiresAt,
        List<String> clients,
        boolean remembered) {
    private static final int MOST_CLIENTS = 100;

    static SessionAnswer of(OpenSession session, String currentId) {
        return new SessionAnswer(
                session.id(),
                session.id().equals(currentId),
                session.ipAddress(),
                session.browser(),
                session.os(),
                session.device(),
                session.startedAt(),
                session.lastAccessAt(),
                session.expiresAt(),
                session.clients().stream().limit(MOST_CLIENTS).toList(),
                session.remembered());
    }
}
