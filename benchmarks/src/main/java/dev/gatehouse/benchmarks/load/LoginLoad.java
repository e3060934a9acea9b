package dev.gatehouse.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a login into one organization takes for a user who is in 1, in 100 and in 1 000 of them. */
public final class LoginLoad {
    private static final List<Integer> ORGANIZATIONS = List.of(1, 100, 1_000);

    private LoginLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            DemoUsers users = new DemoUsers(server, client);
            OrganizationData data = OrganizationData.of(server);
            data.organizations(1_000, 10);
            for (int organizations : ORGANIZATIONS) {
                data.member(users.withPassword(name(organizations)), organizations);
            }
            server.analyze();

            ServerOnPostgresql.say("each logs in once, so that what Keycloak caches is there");
            ORGANIZATIONS.forEach(organizations -> logIn(users, organizations));
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

    private static void logIn(DemoUsers users, int organizations) {
        users.token(name(organizations), "openid organization:load-1").expect(200);
    }

    private static double median(Map<String, Figures> figures, int organizations) {
        return figures.getOrDefault(name(organizations), Figures.NONE).percentile(0.5);
    }

    private static String name(int organizations) {
        return "in-" + organizations;
    }
}
