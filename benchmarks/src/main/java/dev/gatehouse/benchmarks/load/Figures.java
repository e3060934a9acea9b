package dev.gatehouse.benchmarks.load;

import java.util.Arrays;

/** What was measured of one kind of request. */
public final class Figures {
    static final Figures NONE = new Figures(0, new long[0]);

    private final double seconds;
    private final long[] nanos;

    /**
     * @param seconds how long it was asked, by all clients together
     * @param nanos how long each answer took, in any order
     */
    Figures(double seconds, long... nanos) {
        this.seconds = seconds;
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** These and those, as if they had been measured one after the other. */
    Figures plus(Figures other) {
        long[] all = Arrays.copyOf(nanos, nanos.length + other.nanos.length);
        System.arraycopy(other.nanos, 0, all, nanos.length, other.nanos.length);
        return new Figures(seconds + other.seconds, all);
    }

    /** Those of all clients, asked at the same time. */
    Figures within(double wholeSeconds) {
        return new Figures(wholeSeconds, nanos);
    }

    public int count() {
        return nanos.length;
    }

    /** Requests answered in a second. */
    public double throughput() {
        return nanos.length / seconds;
    }

    /** How long it took at most, in milliseconds, for this share of the answers (0 to 1). */
    public double percentile(double share) {
        return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, share * nanos.length)] / 1e6;
    }

    @Override
    public String toString() {
        return "%,8.0f/s  median %.2f ms  90 %% %.2f ms  99 %% %.2f ms  (%,d)"
                .formatted(throughput(), percentile(0.5), percentile(0.9), percentile(0.99), nanos.length);
    }
}
