package dev.gatehouse.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many decisions a service gets in a second, beside how many tokens it can introspect, with the same credentials, in
 * the same run: decisions about a user in 1 000 organizations, in a realm of 10 000 roles; introspections of the token of a
 * user who is in none.
 */
public final class DecisionLoad {
    private static final int ORGANIZATIONS = 1_000;
    private static final int ROLES_EACH = 10;
    private static final int OTHER_USERS = 20_000;
    private static final int CLIENTS = 8;

    private DecisionLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            OrganizationData data = OrganizationData.of(server);
            data.organizations(ORGANIZATIONS, ROLES_EACH);
            data.users("other", OTHER_USERS);
            data.members("other", OTHER_USERS, ORGANIZATIONS, 5);
            String user = new DemoUsers(server, client).withPassword("decided");
            data.member(user, ORGANIZATIONS);
            data.taken();
            server.analyze();

            new DemoUsers(server, client).letTokensBeForTheService();
            Map<String, String> service = Map.of("Authorization", basic("gatehouse-service"));
            // Of a user who is in no organization: what Keycloak does for one who is in a thousand takes it seconds.
            // The token
            // is good for five minutes, which is more than all of this takes.
            new DemoUsers(server, client).withPassword("introspected");
            String token = new DemoUsers(server, client)
                    .token("introspected", "openid")
                    .field("access_token");
            String introspection = LoadClient.encoded(Map.of("token", token));
            Map<String, Figures> figures = new Comparison(
                            new LoadLoop(CLIENTS, Duration.ofSeconds(30)),
                            new LoadLoop(CLIENTS, Duration.ofSeconds(10)),
                            6)
                    .side("introspection", () -> introspect(client, service, introspection))
                    .side("authorize", () -> authorize(client, service, user, 1))
                    .side("authorize, 100 at once", () -> authorize(client, service, user, 100))
                    .run();
            double ratio = throughput(figures, "authorize") / throughput(figures, "introspection");
            ServerOnPostgresql.say("authorize : introspection = %.2f (the goal: at least 4)".formatted(ratio));
        }
    }

    private static double throughput(Map<String, Figures> figures, String side) {
        return figures.getOrDefault(side, Figures.NONE).throughput();
    }

    private static void introspect(LoadClient client, Map<String, String> service, String form) {
        LoadClient.Answer answer = client.form("/realms/demo/protocol/openid-connect/token/introspect", service, form);
        check(answer, "\"active\":true");
    }

    private static void authorize(LoadClient client, Map<String, String> service, String user, int questions) {
        StringBuilder body = new StringBuilder("{\"subject\":{\"type\":\"user\",\"id\":\"")
                .append(user)
                .append("\"},\"action\":{\"name\":\"invoice:action11\"},");
        if (questions == 1) {
            body.append("\"resource\":").append(invoice()).append('}');
        } else {
            body.append("\"evaluations\":[");
            for (int question = 0; question < questions; question++) {
                body.append(question == 0 ? "" : ",")
                        .append("{\"resource\":")
                        .append(invoice())
                        .append('}');
            }
            body.append("]}");
        }
        check(client.json("POST", "/realms/demo/auth/authorize", service, body.toString()), "\"decision\":true");
    }

    private static String invoice() {
        int organization = ThreadLocalRandom.current().nextInt(ORGANIZATIONS) + 1;
        return "{\"type\":\"invoice\",\"id\":\"1\",\"properties\":{\"organization\":\"load-" + organization + "\"}}";
    }

    private static void check(LoadClient.Answer answer, String expected) {
        if (!answer.expect(200).body().contains(expected)) {
            throw new IllegalStateException("not what was to be measured: " + answer.body());
        }
    }

    private static String basic(String client) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((client + ":gatehouse-demo-service-secret").getBytes(StandardCharsets.UTF_8));
    }
}
