package dev.gatehouse.mfa;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/** Counts what becomes of codes, shown as {@code gatehouse_mfa_codes_total}. Says nothing of whom or which. */
public final class CodeMeter {

    private static final String NAME = "gatehouse.mfa.codes";

    private CodeMeter() {}

    public static void asked(FactorType type, ChallengeOutcome.Status status) {
        count(type, status);
    }

    public static void judged(FactorType type, OtpVerdict verdict) {
        count(type, verdict);
    }

    private static void count(FactorType type, Enum<?> outcome) {
        Metrics.globalRegistry
                .counter(
                        NAME,
                        "factor",
                        type.wireName(),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
