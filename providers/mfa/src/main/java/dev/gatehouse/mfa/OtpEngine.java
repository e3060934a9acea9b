package dev.gatehouse.mfa;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** The issuer and the judge over one store and one set of limits. Safe for any number of threads. */
public record OtpEngine(OtpIssuer issuer, OtpJudge judge, OtpSettings settings) {

    /** @param random must be cryptographically strong */
    public static OtpEngine of(OtpStore store, Clock clock, RandomGenerator random, OtpSettings settings) {
        return new OtpEngine(
                new OtpIssuer(store, clock, random, settings), new OtpJudge(store, clock, settings), settings);
    }
}
