package dev.gatehouse.api.problem;

import dev.gatehouse.foundation.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;

/**
 * A limit that an operation keeps itself, told in the words of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param policy its name
 * @param quota how often within the window
 */
public record Quota(String policy, int quota, Duration window) {
    /** {@code quota-exceeded}: nothing is left until {@code wait} is over. */
    public Problem exceeded(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(ProblemType.QUOTA_EXCEEDED)
                .with("violated-policies", List.of(policy))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .header("RateLimit-Policy", "\"" + policy + "\";q=" + quota + ";w=" + window.toSeconds())
                .header("RateLimit", "\"" + policy + "\";r=0;t=" + seconds);
    }
}
