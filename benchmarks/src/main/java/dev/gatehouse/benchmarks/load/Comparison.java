package dev.gatehouse.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measures several kinds of request in turn, round by round, so that what else happens on the machine meets all of them. */
public final class Comparison {
    private final LoadLoop warmUp;
    private final LoadLoop loop;
    private final int rounds;
    private final Map<String, LoadLoop.Request> sides = new LinkedHashMap<>();

    /**
     * @param warmUp before anything counts, once for each
     * @param rounds how often each is measured
     */
    public Comparison(LoadLoop warmUp, LoadLoop loop, int rounds) {
        this.warmUp = warmUp;
        this.loop = loop;
        this.rounds = rounds;
    }

    public Comparison side(String name, LoadLoop.Request request) {
        sides.put(name, request);
        return this;
    }

    /** Measures, says how far it is, and returns the figures by name. */
    public Map<String, Figures> run() {
        Map<String, Figures> figures = new LinkedHashMap<>();
        sides.forEach((name, request) -> {
            ServerOnPostgresql.say("warming up: " + name);
            warmUp.run(request);
            figures.put(name, Figures.NONE);
        });
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, LoadLoop.Request> side : sides.entrySet()) {
                Figures measured = loop.run(side.getValue());
                ServerOnPostgresql.say("round %d of %d  %-32s %s".formatted(round, rounds, side.getKey(), measured));
                figures.merge(side.getKey(), measured, Figures::plus);
            }
        }
        figures.forEach((name, sum) -> ServerOnPostgresql.say("all rounds    %-32s %s".formatted(name, sum)));
        return figures;
    }
}
