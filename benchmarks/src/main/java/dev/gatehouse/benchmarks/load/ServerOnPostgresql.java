package dev.gatehouse.benchmarks.load;

import dev.gatehouse.server.testing.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The assembled server with the demo realm, on a PostgreSQL of its own; both on this machine only, both gone with it. */
public final class ServerOnPostgresql implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final RunningServer server;

    private ServerOnPostgresql(EmbeddedPostgres postgres, RunningServer server) {
        this.postgres = postgres;
        this.server = server;
    }

    /**
     * Starts both, without rate limits: a load generator is what they refuse.
     *
     * @param options of the server, as on the command line
     */
    public static ServerOnPostgresql start(String... options) throws IOException {
        say("Starting PostgreSQL, and the server on it (its build step runs for another database)");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        try {
            List<String> all = new ArrayList<>(List.of(
                    "--db=postgres",
                    "--db-url=" + url(postgres),
                    "--db-username=postgres",
                    "--db-password=postgres",
                    "--cache-embedded-network-bind-address=127.0.0.1",
                    "--gatehouse.ratelimit.enabled=false"));
            all.addAll(List.of(options));
            ServerOnPostgresql server =
                    new ServerOnPostgresql(postgres, RunningServer.start(all.toArray(String[]::new)));
            server.awaitDemoRealm();
            return server;
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
    }

    /** On a busy machine the server says that it is ready before it listens, and before it has read the realm. */
    private void awaitDemoRealm() {
        try (LoadClient client = client()) {
            Awaitility.await("the demo realm")
                    .ignoreExceptions()
                    .atMost(Duration.ofMinutes(4))
                    .until(() -> client.get("/realms/demo", Map.of()).status() == 200);
        }
    }

    /** {@code http://localhost:PORT}. */
    public URI base() {
        return server.base();
    }

    public RunningServer server() {
        return server;
    }

    /** A client of this server. */
    public LoadClient client() {
        return new LoadClient(server.base());
    }

    /** Writes generated data, in one statement. */
    public void generate(String what, String sql) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(sql);
            say("%,d %s in %.1f s".formatted(rows, what, (System.nanoTime() - start) / 1e9));
        }
    }

    /** Lets PostgreSQL learn of the generated data, as it does by itself after a minute. */
    public void analyze() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** The first column of the first row. */
    public String single(String sql) throws SQLException {
        return String.valueOf(rows(sql).get(0));
    }

    /** The first column of every row: a query plan, too. */
    public List<String> rows(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(String.valueOf(result.getString(1)));
            }
            return rows;
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(postgres), "postgres", "postgres");
    }

    /** The access token of the master realm's administrator, good for a minute. */
    public String administrator() {
        try (LoadClient client = client()) {
            return client.form(
                            "/realms/master/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type", "password",
                                    "client_id", "admin-cli",
                                    "username", "admin",
                                    "password", "admin"))
                    .field("access_token");
        }
    }

    static void say(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - Start.NANOS) / 1e9, line);
    }

    private static String url(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            postgres.close();
        }
    }

    private static final class Start {
        private static final long NANOS = System.nanoTime();
    }
}
