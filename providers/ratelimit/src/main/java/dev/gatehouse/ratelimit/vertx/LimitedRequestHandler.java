package dev.gatehouse.ratelimit.vertx;

import dev.gatehouse.ratelimit.ClientAddress;
import dev.gatehouse.ratelimit.LimitedRequest;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RequestLimiter;
import dev.gatehouse.ratelimit.http.RateLimitFields;
import dev.gatehouse.ratelimit.http.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the limiter about each request that reaches a limited operation: lets it pass with the fields that tell the quota,
 * or answers it here. What reaches nothing limited passes untouched.
 *
 * <p>The address is the request's own, which Keycloak's {@code --proxy-headers} has a say in; no header is read here.
 */
final class LimitedRequestHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(LimitedRequestHandler.class);

    private final Supplier<Optional<RequestLimiter>> limiter;
    private final RandomGenerator random;

    LimitedRequestHandler(Supplier<Optional<RequestLimiter>> limiter, RandomGenerator random) {
        this.limiter = limiter;
        this.random = random;
    }

    @Override
    public void handle(RoutingContext routing) {
        RequestLimiter current = limiter.get().orElse(null);
        if (current == null) {
            routing.next();
            return;
        }
        HttpServerRequest request = routing.request();
        LimitedRequest limited =
                current.limitedRequest(request.method().name(), request.uri()).orElse(null);
        if (limited == null) {
            routing.next();
            return;
        }
        ClientAddress address = address(request);
        if (!current.counts(address)) {
            routing.next();
            return;
        }
        CompletableFuture<RateLimitDecision> answer = current.ask(limited, address);
        if (answer.isDone()) {
            proceed(routing, limited, address, answer);
        } else {
            wait(routing, limited, address, answer);
        }
    }

    private void wait(
            RoutingContext routing,
            LimitedRequest limited,
            ClientAddress address,
            CompletableFuture<RateLimitDecision> answer) {
        Context context = Vertx.currentContext();
        // The body must not arrive before somebody wants it.
        routing.request().pause();
        CompletableFuture<RateLimitDecision> unused =
                answer.whenComplete((decision, failure) -> context.runOnContext(now -> {
                    routing.request().resume();
                    if (!routing.response().closed()) {
                        proceed(routing, limited, address, answer);
                    }
                }));
    }

    private void proceed(
            RoutingContext routing,
            LimitedRequest limited,
            ClientAddress address,
            CompletableFuture<RateLimitDecision> answer) {
        if (answer.isCompletedExceptionally()) {
            // The limiter promises an answer. Without one, nobody gets in.
            routing.fail(503);
            return;
        }
        RateLimitDecision decision = answer.join();
        HttpServerResponse response = routing.response();
        response.putHeader(RateLimitFields.POLICY, RateLimitFields.policy(decision));
        response.putHeader(RateLimitFields.LIMIT, RateLimitFields.limit(decision));
        if (decision.isAllowed()) {
            routing.next();
        } else {
            Refusal refusal = Refusal.of(decision, random);
            LOG.debugf(
                    "Refused: policy=%s, realm=%s, address=%s, trace=%s",
                    decision.limit().name(), limited.realm(), address, refusal.traceId());
            RefusalAnswer.send(routing, limited, refusal);
        }
    }

    private static ClientAddress address(HttpServerRequest request) {
        @Nullable SocketAddress remote = request.remoteAddress();
        if (remote == null) {
            return ClientAddress.of("");
        }
        String address = remote.hostAddress();
        return ClientAddress.of(address != null ? address : String.valueOf(remote.host()));
    }
}
