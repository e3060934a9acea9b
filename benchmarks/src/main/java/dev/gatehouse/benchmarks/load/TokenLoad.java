package dev.gatehouse.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Logins and refreshes by REST beside those of Keycloak's token endpoint: the same users in turn, the same client, in the same
 * run. Refresh tokens of a client that is not first-party, which Keycloak does not count, are a third side.
 */
public final class TokenLoad {
    private static final int USERS = 400;
    private static final int CLIENTS = 2;

    private final LoadClient client;
    private final AtomicInteger turn = new AtomicInteger();

    private TokenLoad(LoadClient client) {
        this.client = client;
    }

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            String first = new DemoUsers(server, client).withPassword("first");
            OrganizationData.of(server).users("login", USERS);
            Passwords.give(server, "login", USERS, first);
            server.analyze();
            new TokenLoad(client).run();
        }
    }

    private void run() {
        Map<String, Figures> logins = new Comparison(
                        new LoadLoop(CLIENTS, Duration.ofSeconds(10)), new LoadLoop(CLIENTS, Duration.ofSeconds(10)), 4)
                .side("token endpoint's password grant", () -> tokens("gatehouse-app"))
                .side("/auth/login", this::logIn)
                .run();
        tell("/auth/login : password grant", logins, "/auth/login", "token endpoint's password grant");

        BlockingQueue<String> ours = new LinkedBlockingQueue<>();
        BlockingQueue<String> theirs = new LinkedBlockingQueue<>();
        BlockingQueue<String> uncounted = new LinkedBlockingQueue<>();
        for (int session = 0; session < 4 * CLIENTS; session++) {
            ours.add(tokens("gatehouse-app").field("refresh_token"));
            theirs.add(tokens("gatehouse-app").field("refresh_token"));
            uncounted.add(tokens("admin-cli").field("refresh_token"));
        }
        Map<String, Figures> refreshes = new Comparison(
                        new LoadLoop(CLIENTS, Duration.ofSeconds(10)), new LoadLoop(CLIENTS, Duration.ofSeconds(10)), 4)
                .side("token endpoint's refresh, good once", () -> endpoint(theirs, "gatehouse-app"))
                .side("/auth/refresh", () -> refresh(ours))
                .side("token endpoint's refresh, good for long", () -> endpoint(uncounted, "admin-cli"))
                .run();
        tell("/auth/refresh : token endpoint", refreshes, "/auth/refresh", "token endpoint's refresh, good once");
        tell(
                "/auth/refresh : token endpoint that counts nothing",
                refreshes,
                "/auth/refresh",
                "token endpoint's refresh, good for long");
    }

    private LoadClient.Answer tokens(String clientId) {
        return client.form(
                        "/realms/demo/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                clientId,
                                "username",
                                next(),
                                "password",
                                DemoUsers.PASSWORD,
                                "scope",
                                "openid"))
                .expect(200);
    }

    private void logIn() {
        client.json("POST", "/realms/demo/auth/login", Map.of(), """
                        {"username": "%s", "password": "%s", "scope": "openid"}""".formatted(next(), DemoUsers.PASSWORD))
                .expect(200);
    }

    private void refresh(BlockingQueue<String> sessions) {
        sessions.add(client.json("POST", "/realms/demo/auth/refresh", Map.of(), """
                        {"refresh_token": "%s"}""".formatted(sessions.remove()))
                .field("refresh_token"));
    }

    private void endpoint(BlockingQueue<String> sessions, String clientId) {
        sessions.add(client.form(
                        "/realms/demo/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                clientId,
                                "refresh_token",
                                sessions.remove()))
                .field("refresh_token"));
    }

    private String next() {
        return "login-" + (Math.floorMod(turn.incrementAndGet(), USERS) + 1);
    }

    private static void tell(String what, Map<String, Figures> figures, String ours, String other) {
        ServerOnPostgresql.say("%s = %.2f (the goal: at least 0.95)"
                .formatted(
                        what,
                        figures.getOrDefault(ours, Figures.NONE).throughput()
                                / figures.getOrDefault(other, Figures.NONE).throughput()));
    }
}
