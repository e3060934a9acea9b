package dev.gatehouse.ratelimit.http;

import dev.gatehouse.ratelimit.RateLimitDecision;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * One refused request: when to come back, and the id under which it stands in the log.
 *
 * @param decision why it was refused
 * @param retryAfterSeconds never before the reset, and spread a little, so that not everybody comes back at once
 * @param traceId 32 hexadecimal digits
 */
public record Refusal(RateLimitDecision decision, long retryAfterSeconds, String traceId) {
    public static final int STATUS = 429;

    public static Refusal of(RateLimitDecision decision, RandomGenerator random) {
        long reset = Math.max(1, decision.resetSeconds());
        HexFormat hex = HexFormat.of();
        return new Refusal(
                decision,
                reset + random.nextLong(1 + Math.max(1, reset / 5)),
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong()));
    }

    /**
     * The problem document (RFC 9457), of the type that the draft on RateLimit fields defines. Says nothing about any
     * account: only what the address asked for, and how often.
     */
    public String problem() {
        return """
                {"type":"https://iana.org/assignments/http-problem-types#quota-exceeded",\
                "title":"Too many requests","status":429,\
                "detail":"This address has used its quota of %d requests in %d seconds. Try again in %d seconds.",\
                "instance":"urn:gatehouse:trace:%s",\
                "violated-policies":["%s"]}""".formatted(
                        decision.limit().quota(),
                        decision.limit().window().toSeconds(),
                        retryAfterSeconds,
                        traceId,
                        decision.limit().name());
    }
}
