package dev.gatehouse.account.session;

import java.time.Instant;
import java.util.List;

/**
 * A session that is alive, as its user recognizes it.
 *
 * @param ipAddress from where it began
 * @param browser with its version; empty where nobody knows, as all that describes the device
 * @param os with its version
 * @param device {@code Other} for what is no known phone or tablet
 * @param expiresAt when it ends, unless it is used again
 * @param clients the client ids of the applications that take part in it
 * @param remembered whether it outlives the browser
 */
public record OpenSession(
        String id,
        String ipAddress,
        String browser,
        String os,
        String device,
        Instant startedAt,
        Instant lastAccessAt,
        Instant expiresAt,
        List<String> clients,
        boolean remembered) {}
