package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;

/** How many statements the database gets for one request, as the database itself counts them. */
final class StatementCount {
    private static final int ATTEMPTS = 15;

    private final ServerOnPostgresql server;

    StatementCount(ServerOnPostgresql server) throws SQLException {
        this.server = server;
        server.generate("extensions", "create extension if not exists pg_stat_statements");
    }

    /** The fewest of several attempts: the server's own background work happens to meet some of them. */
    long of(LoadLoop.Request request) throws SQLException {
        request.send();
        long fewest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = calls();
            request.send();
            // The question itself is one of the statements.
            fewest = Math.min(fewest, calls() - before - 1);
        }
        return fewest;
    }

    private long calls() throws SQLException {
        return Long.parseLong(server.single("select coalesce(sum(calls), 0) from pg_stat_statements where toplevel"));
    }
}
