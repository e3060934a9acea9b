package dev.gatehouse.benchmarks;

import dev.gatehouse.ratelimit.LimitedRequest;
import dev.gatehouse.ratelimit.RequestPaths;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What every request to the server pays, limited or not: telling which operation it reaches. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestPathsBenchmark {
    private final RequestPaths paths = new RequestPaths("/");

    @Benchmark
    public Optional<LimitedRequest> limited() {
        return paths.limitedRequest("POST", "/realms/demo/protocol/openid-connect/token");
    }

    @Benchmark
    public Optional<LimitedRequest> unlimited() {
        return paths.limitedRequest("POST", "/realms/demo/auth/validate");
    }

    @Benchmark
    public Optional<LimitedRequest> resource() {
        return paths.limitedRequest("GET", "/resources/a1b2c/login/keycloak.v2/css/styles.css");
    }

    @Benchmark
    public Optional<LimitedRequest> disguised() {
        return paths.limitedRequest("POST", "//realms/%64emo;x=y/./protocol/%6fpenid-connect/token/");
    }
}
