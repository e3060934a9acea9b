package dev.gatehouse.ratelimit.microprofile;

import dev.gatehouse.ratelimit.CurrentLimiter;
import dev.gatehouse.ratelimit.StoreWatch;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says who decides about limits: the buckets that all nodes share, or for want of them this node's own. Never makes the
 * node unready: limited by itself, it still serves.
 */
@Readiness
@Singleton
final class LimiterStoreHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("Gatehouse limiter store").up();
        CurrentLimiter.get().ifPresent(limiter -> {
            StoreWatch store = limiter.store();
            health.withData("buckets", store.isDegraded() ? "local" : "shared")
                    .withData("unanswered", store.unansweredQuestions());
        });
        return health.build();
    }
}
