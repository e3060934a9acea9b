package dev.gatehouse.benchmarks;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.mfa.CodeBinding;
import dev.gatehouse.mfa.CodePurpose;
import dev.gatehouse.mfa.DigestKey;
import dev.gatehouse.mfa.DigestKeys;
import dev.gatehouse.mfa.FactorKey;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.IssuedCode;
import dev.gatehouse.mfa.OneTimeCode;
import dev.gatehouse.mfa.OtpIssuer;
import dev.gatehouse.mfa.OtpJudge;
import dev.gatehouse.mfa.OtpSettings;
import dev.gatehouse.mfa.VerificationOutcome;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the engine itself costs, without the database that keeps its memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OneTimeCodesBenchmark {
    private static final OtpSettings SETTINGS = OtpSettings.from(SettingsSource.of(Map.of()));
    private static final CodeBinding BINDING = new CodeBinding(
            new FactorKey("realm", "alice", "factor"), CodePurpose.LOGIN, "session", "step", "alice@example.test");

    private final ForgetfulStore store = new ForgetfulStore();
    private final SecureRandom random = new SecureRandom();
    private final OtpIssuer issuer = new OtpIssuer(store, Clock.systemUTC(), random, SETTINGS);
    private final OtpJudge judge = new OtpJudge(store, Clock.systemUTC(), SETTINGS);
    private final DigestKeys keys = keys();
    private final OneTimeCode wrong = OneTimeCode.random(random, SETTINGS.codeFormat());

    @Benchmark
    public IssuedCode makeACode() {
        store.forget();
        return issuer.ask(BINDING, FactorType.EMAIL, keys);
    }

    @Benchmark
    public VerificationOutcome judgeAWrongCode() {
        store.remember(() -> issuer.ask(BINDING, FactorType.EMAIL, keys));
        return judge.judge(BINDING, wrong, keys);
    }

    private static DigestKeys keys() {
        DigestKey key = DigestKey.derivedFrom("key", "a realm's secret".getBytes(StandardCharsets.UTF_8));
        return new DigestKeys() {
            @Override
            public DigestKey active() {
                return key;
            }

            @Override
            public Optional<DigestKey> byId(String id) {
                return id.equals(key.id()) ? Optional.of(key) : Optional.empty();
            }
        };
    }
}
