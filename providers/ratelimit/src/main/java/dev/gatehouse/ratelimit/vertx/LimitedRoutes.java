package dev.gatehouse.ratelimit.vertx;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import dev.gatehouse.ratelimit.CurrentLimiter;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the limiter before everything else that handles requests, unless the operator has switched it off. */
@Singleton
final class LimitedRoutes {

    void install(@Observes Router router) {
        if (Feature.RATELIMIT.isEnabled(ServerSettings.source())) {
            router.route()
                    .order(Integer.MIN_VALUE)
                    .handler(new LimitedRequestHandler(
                            CurrentLimiter::get,
                            () -> ThreadLocalRandom.current().nextLong()));
        }
    }
}
