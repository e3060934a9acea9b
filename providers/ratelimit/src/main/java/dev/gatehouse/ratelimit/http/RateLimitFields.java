package dev.gatehouse.ratelimit.http;

import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;

/**
 * The response fields that tell a client its quota.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/">RateLimit header fields for
 *     HTTP</a>
 */
public final class RateLimitFields {
    public static final String POLICY = "RateLimit-Policy";
    public static final String LIMIT = "RateLimit";

    private RateLimitFields() {}

    /** {@code "login";q=20;w=60}: twenty requests in sixty seconds. */
    public static String policy(RateLimitDecision decision) {
        RateLimit limit = decision.limit();
        return '"' + limit.name() + "\";q=" + limit.quota() + ";w="
                + limit.window().toSeconds();
    }

    /** {@code "login";r=19;t=60}: nineteen are left, and the quota is whole again in sixty seconds. */
    public static String limit(RateLimitDecision decision) {
        return '"' + decision.limit().name() + "\";r=" + decision.remaining() + ";t=" + decision.resetSeconds();
    }
}
