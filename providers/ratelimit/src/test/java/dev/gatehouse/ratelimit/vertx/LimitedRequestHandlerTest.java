package dev.gatehouse.ratelimit.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.ratelimit.EnabledRealms;
import dev.gatehouse.ratelimit.RateLimit;
import dev.gatehouse.ratelimit.RateLimitDecision;
import dev.gatehouse.ratelimit.RateLimitKey;
import dev.gatehouse.ratelimit.RateLimitSettings;
import dev.gatehouse.ratelimit.RateLimits;
import dev.gatehouse.ratelimit.RequestLimiter;
import dev.gatehouse.ratelimit.RequestPaths;
import dev.gatehouse.ratelimit.StoreWatch;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitedRequestHandlerTest {
    private static final String TOKEN = "/realms/demo/protocol/openid-connect/token";
    private static final String LOGIN_PAGE = "/realms/demo/protocol/openid-connect/auth?client_id=account";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<RateLimitKey> asked = new CopyOnWriteArrayList<>();
    private final EnabledRealms realms =
            new EnabledRealms(() -> Map.of("demo", true, "master", false), Duration.ofHours(1), failure -> {});
    private RateLimits limits = this::allow;
    private boolean started = true;
    private HttpServer server;

    @BeforeEach
    void startServer() throws Exception {
        RequestLimiter limiter = new RequestLimiter(
                new RequestPaths("/"),
                realms,
                RateLimitSettings.from(SettingsSource.of(Map.of())),
                (limit, key) -> {
                    asked.add(key);
                    return limits.ask(limit, key);
                },
                new StoreWatch(Clock.systemUTC()));
        Router router = Router.router(vertx);
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(new LimitedRequestHandler(
                        () -> started ? Optional.of(limiter) : Optional.empty(), new Random(1)));
        router.route()
                .handler(routing -> routing.request()
                        .body()
                        .onSuccess(body -> routing.response().end("served " + body.length())));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stopServer() throws Exception {
        realms.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aBodyCanStillBeReadAfterADecisionThatTookTime(HttpClient.Version version) throws Exception {
        Executor later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
        limits = (limit, key) ->
                CompletableFuture.supplyAsync(() -> RateLimitDecision.allowed(limit, 7, Duration.ofSeconds(30)), later);

        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(TOKEN))
                .version(version)
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(200_000))));

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.body()).isEqualTo("served 200000");
        assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"token\";r=7;t=30");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"token\";q=60;w=60");
    }

    @Test
    void aRefusalIsAProblemThatSaysWhenToComeBack() throws Exception {
        limits = this::refuse;

        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(uri(TOKEN)).POST(HttpRequest.BodyPublishers.ofString("grant_type=password")));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"token\";r=0;t=30");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(30L, 36L);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.body()).contains("\"violated-policies\":[\"token\"]");
    }

    @Test
    void aBrowserAppOfAnotherOriginMayReadTheRefusal() throws Exception {
        limits = this::refuse;

        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri(TOKEN)).header("Origin", "https://app.example.test"));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Retry-After");
    }

    @Test
    void aPersonInFrontOfALoginPageReadsAPage() throws Exception {
        limits = this::refuse;

        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(LOGIN_PAGE))
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Accept-Language", "de"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("de");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(answer.body()).contains("Zu viele Versuche");
    }

    @Test
    void anApiNeverAnswersWithAPage() throws Exception {
        limits = this::refuse;

        assertThat(send(HttpRequest.newBuilder(uri(TOKEN)).header("Accept", "text/html"))
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void otherRealmsAndOtherPathsPassUntouched() throws Exception {
        limits = this::refuse;

        for (String path : List.of(
                TOKEN.replace("demo", "master"),
                TOKEN.replace("demo", "invented"),
                "/realms/demo/auth/validate",
                "/admin/realms/demo")) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)));
            assertThat(answer.body()).isEqualTo("served 0");
            assertThat(answer.headers().map()).doesNotContainKeys("ratelimit", "ratelimit-policy");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void theAddressIsTheConnectionsOwnWhateverHeadersSay() throws Exception {
        send(HttpRequest.newBuilder(uri(TOKEN))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9"));

        assertThat(asked).containsExactly(new RateLimitKey("demo", "token", "127.0.0.1"));
    }

    @Test
    void whileTheServerStartsNothingIsLimited() throws Exception {
        started = false;
        limits = this::refuse;

        assertThat(send(HttpRequest.newBuilder(uri(TOKEN))).body()).isEqualTo("served 0");
    }

    @Test
    void withoutADecisionNobodyGetsIn() throws Exception {
        limits = (limit, key) -> CompletableFuture.failedFuture(new IllegalStateException("broken"));

        assertThat(send(HttpRequest.newBuilder(uri(TOKEN))).statusCode()).isEqualTo(503);
    }

    private CompletableFuture<RateLimitDecision> allow(RateLimit limit, RateLimitKey key) {
        return CompletableFuture.completedFuture(RateLimitDecision.allowed(limit, 7, Duration.ofSeconds(30)));
    }

    private CompletableFuture<RateLimitDecision> refuse(RateLimit limit, RateLimitKey key) {
        return CompletableFuture.completedFuture(RateLimitDecision.refused(limit, Duration.ofSeconds(30)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
