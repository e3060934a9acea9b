package dev.gatehouse.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody's own account, permissions and dashboard cost in a realm of 100 000 users, beside what Keycloak tells about the
 * same user at its userinfo endpoint.
 */
public final class PeopleLoad {
    private static final int USERS = 100_000;
    private static final int LINES = 200;
    private static final int CLIENTS = 4;

    private PeopleLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            OrganizationData data = OrganizationData.of(server);
            data.organizations(100, 5);
            data.users("other", USERS);
            data.members("other", USERS, 100, 2);
            DemoUsers users = new DemoUsers(server, client);
            String id = users.withPassword("reader");
            data.member(id, 5);
            data.taken();
            server.generate("lines of activity", """
                    insert into gatehouse_activity (id, realm_id, user_id, occurred_at, type, outcome, details)
                    select gen_random_uuid()::text, '%s', %s, 1700000000000 + n, 'user.login', 'SUCCESS', '{}'
                    from generate_series(1, %d) u, generate_series(1, %d) n""".formatted(
                            data.realmId(), OrganizationData.id("other", "u"), USERS / 100, LINES));
            server.analyze();
            users.letTokensLast();
            Map<String, String> bearer = Map.of(
                    "Authorization", "Bearer " + users.token("reader", "openid").field("access_token"));

            Map<String, String> paths = new LinkedHashMap<>();
            paths.put("userinfo", "/realms/demo/protocol/openid-connect/userinfo");
            paths.put("/auth/me", "/realms/demo/auth/me");
            paths.put("/auth/permissions", "/realms/demo/auth/permissions/" + id);
            paths.put("dashboard", "/realms/demo/users/" + id + "/dashboard");
            Comparison comparison = new Comparison(
                    new LoadLoop(CLIENTS, Duration.ofSeconds(15)), new LoadLoop(CLIENTS, Duration.ofSeconds(10)), 3);
            StatementCount statements = new StatementCount(server);
            for (Map.Entry<String, String> path : paths.entrySet()) {
                LoadLoop.Request request =
                        () -> client.get(path.getValue(), bearer).expect(200);
                comparison.side(path.getKey(), request);
                ServerOnPostgresql.say("%s: %d statements".formatted(path.getKey(), statements.of(request)));
            }
            Map<String, Figures> figures = comparison.run();
            for (String side : List.of("/auth/me", "/auth/permissions", "dashboard")) {
                ServerOnPostgresql.say("%s : userinfo = %.2f"
                        .formatted(
                                side,
                                figures.getOrDefault(side, Figures.NONE).throughput()
                                        / figures.getOrDefault("userinfo", Figures.NONE)
                                                .throughput()));
            }
        }
    }
}
