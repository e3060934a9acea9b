package dev.gatehouse.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many tokens a service can have validated in a second, beside how many it can introspect: the same tokens, issued for an
 * organization, the same credentials, in the same run.
 */
public final class ValidationLoad {
    private static final int USERS = 20;
    private static final int CLIENTS = 8;

    private ValidationLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            DemoUsers users = new DemoUsers(server, client);
            OrganizationData data = OrganizationData.of(server);
            data.organizations(10, 10);
            List<String> tokens = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                data.member(users.withPassword("validated-" + user), 1);
            }
            data.taken();
            server.analyze();
            users.letTokensLast();
            for (int user = 0; user < USERS; user++) {
                tokens.add(users.token("validated-" + user, "openid organization:load-1")
                        .field("access_token"));
            }
            Map<String, String> service = Map.of("Authorization", basic());
            AtomicInteger turn = new AtomicInteger();
            validate(client, service, tokens.get(0));
            ServerOnPostgresql.say("%d statements for a validation once it is known"
                    .formatted(new StatementCount(server).of(() -> validate(client, service, tokens.get(0)))));

            Map<String, Figures> figures = new Comparison(
                            new LoadLoop(CLIENTS, Duration.ofSeconds(20)),
                            new LoadLoop(CLIENTS, Duration.ofSeconds(10)),
                            4)
                    .side("introspection", () -> introspect(client, service, next(tokens, turn)))
                    .side("validate", () -> validate(client, service, next(tokens, turn)))
                    .side("validate, for a gateway", () -> admit(client, next(tokens, turn)))
                    .run();
            double introspection = throughput(figures, "introspection");
            for (String side : List.of("validate", "validate, for a gateway")) {
                ServerOnPostgresql.say("%s : introspection = %.2f (the goal: at least 5, better 8)"
                        .formatted(side, throughput(figures, side) / introspection));
            }
        }
    }

    private static String next(List<String> tokens, AtomicInteger turn) {
        return tokens.get(Math.floorMod(turn.incrementAndGet(), tokens.size()));
    }

    private static void introspect(LoadClient client, Map<String, String> service, String token) {
        check(
                client.form(
                        "/realms/demo/protocol/openid-connect/token/introspect",
                        service,
                        LoadClient.encoded(Map.of("token", token))),
                "\"active\":true");
    }

    private static void validate(LoadClient client, Map<String, String> service, String token) {
        check(
                client.json("POST", "/realms/demo/auth/validate", service, "{\"token\":\"" + token + "\"}"),
                "\"alias\":\"load-1\"");
    }

    private static void admit(LoadClient client, String token) {
        check(
                client.get(
                        "/realms/demo/auth/validate?audience=gatehouse-service",
                        Map.of("Authorization", "Bearer " + token)),
                "");
    }

    private static void check(LoadClient.Answer answer, String expected) {
        if (!answer.expect(200).body().contains(expected)) {
            throw new IllegalStateException("not what was to be measured: " + answer.body());
        }
    }

    private static double throughput(Map<String, Figures> figures, String side) {
        return figures.getOrDefault(side, Figures.NONE).throughput();
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                "gatehouse-service:gatehouse-demo-service-secret".getBytes(StandardCharsets.UTF_8));
    }
}
