package dev.gatehouse.ratelimit.vertx;

import dev.gatehouse.ratelimit.LimitedOperation;
import dev.gatehouse.ratelimit.LimitedRequest;
import dev.gatehouse.ratelimit.http.RateLimitFields;
import dev.gatehouse.ratelimit.http.Refusal;
import dev.gatehouse.ratelimit.http.RefusalPage;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends a refusal: a page to a person in front of a login page, a problem document to everybody else. */
final class RefusalAnswer {
    private RefusalAnswer() {}

    static void send(RoutingContext routing, LimitedRequest limited, Refusal refusal) {
        HttpServerRequest request = routing.request();
        HttpServerResponse response = routing.response();
        response.setStatusCode(Refusal.STATUS)
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (limited.operation() == LimitedOperation.LOGIN_PAGES && isBrowser(request)) {
            RefusalPage page = RefusalPage.of(refusal, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, page.language().toLanguageTag())
                    .putHeader("Content-Security-Policy", RefusalPage.CONTENT_SECURITY_POLICY)
                    .end(page.html());
            return;
        }
        if (request.getHeader(HttpHeaders.ORIGIN) != null) {
            // The answer holds nothing that another origin may not know; a browser app must see that it has to wait.
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader(
                            HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                            "Retry-After, " + RateLimitFields.LIMIT + ", " + RateLimitFields.POLICY);
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json").end(refusal.problem());
    }

    private static boolean isBrowser(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
