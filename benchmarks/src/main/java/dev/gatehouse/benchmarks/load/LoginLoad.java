package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a login into one organization takes for a user who is in 1, in 100 and in 1 000 of them. Several such users log in in
 * turn: Keycloak's brute force detection refuses a user whose login before has not been counted to its end.
 */
public final class LoginLoad {
    private static final List<Integer> ORGANIZATIONS = List.of(1, 100, 1_000);
    private static final int USERS_EACH = 10;
    private static final AtomicInteger TURN = new AtomicInteger();

    private LoginLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            DemoUsers users = new DemoUsers(server, client);
            OrganizationData data = OrganizationData.of(server);
            data.organizations(1_000, 10);
            for (int organizations : ORGANIZATIONS) {
                for (int user = 0; user < USERS_EACH; user++) {
                    data.member(users.withPassword(name(organizations) + "-" + user), organizations);
                }
            }
            data.taken();
            server.analyze();
            countStatements(server, users);

            Comparison comparison =
                    new Comparison(new LoadLoop(1, Duration.ofSeconds(10)), new LoadLoop(1, Duration.ofSeconds(10)), 3);
            for (int organizations : ORGANIZATIONS) {
                comparison.side(name(organizations), () -> logIn(users, organizations));
            }
            Map<String, Figures> figures = comparison.run();
            double first = median(figures, 1);
            for (int organizations : ORGANIZATIONS) {
                ServerOnPostgresql.say("a user in %d organizations : a user in one = %.2f (the goal: at most 1.1)"
                        .formatted(organizations, median(figures, organizations) / first));
            }
        }
    }

    /** Also fills what Keycloak caches of each user, since each logs in several times. */
    private static void countStatements(ServerOnPostgresql server, DemoUsers users) throws SQLException {
        StatementCount statements = new StatementCount(server);
        for (int organizations : ORGANIZATIONS) {
            for (int user = 0; user < USERS_EACH; user++) {
                logIn(users, organizations);
            }
            ServerOnPostgresql.say("%d statements for a user in %d organizations"
                    .formatted(statements.of(() -> logIn(users, organizations)), organizations));
        }
    }

    private static void logIn(DemoUsers users, int organizations) {
        int user = TURN.incrementAndGet() % USERS_EACH;
        users.token(name(organizations) + "-" + user, "openid organization:load-1")
                .expect(200);
    }

    private static double median(Map<String, Figures> figures, int organizations) {
        return figures.getOrDefault(name(organizations), Figures.NONE).percentile(0.5);
    }

    private static String name(int organizations) {
        return "in-" + organizations;
    }
}
