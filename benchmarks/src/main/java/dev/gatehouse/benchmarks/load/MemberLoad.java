package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What it takes to list, search and count the members of an organization of 100 and of one of 100 000, beside Keycloak's
 * own list of the same members, in the same run. The projection is built by the server itself from the generated members.
 */
public final class MemberLoad {
    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int DEEP_PAGES = 200;

    private final ServerOnPostgresql server;
    private final LoadClient client;
    private final Supplier<Map<String, String>> reader;
    private final Supplier<Map<String, String>> administrator;

    private MemberLoad(ServerOnPostgresql server, LoadClient client) {
        this.server = server;
        this.client = client;
        DemoUsers users = new DemoUsers(server, client);
        this.reader = new FreshToken(() -> users.token("reader", "openid").field("access_token"));
        this.administrator = new FreshToken(server::administrator);
    }

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            new MemberLoad(server, client).run();
        }
    }

    private void run() throws SQLException, InterruptedException {
        String user = new DemoUsers(server, client).withPassword("reader");
        OrganizationData.of(server).users("m", MANY);
        String few = organization("few", user, FEW);
        String many = organization("many", user, MANY);
        build(few);
        build(many);
        server.analyze();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("first page", "/users?limit=50");
        pages.put("search of one in ten", "/users?limit=10&search=m-1");
        pages.put("search of all", "/users?limit=50&search=body");
        pages.put("role and search", "/users?limit=50&role=member&search=body");
        pages.put("dashboard", "/dashboard");
        countStatements(pages, few, many);
        Comparison comparison =
                new Comparison(new LoadLoop(1, Duration.ofSeconds(2)), new LoadLoop(1, Duration.ofSeconds(2)), 5);
        pages.forEach((name, path) -> comparison
                .side(name + ", " + FEW, () -> ours(few, path))
                .side(name + ", " + MANY, () -> ours(many, path)));
        String deep = deep(many);
        comparison
                .side("deep page, " + MANY, () -> ours(many, "/users?limit=50&cursor=" + deep))
                .side("Keycloak's first page, " + FEW, () -> keycloaks(few, "first=0"))
                .side("Keycloak's first page, " + MANY, () -> keycloaks(many, "first=0"))
                .side("Keycloak's deep page, " + MANY, () -> keycloaks(many, "first=" + DEEP_PAGES * 200))
                .side("Keycloak's search of one in ten, " + MANY, () -> keycloaks(many, "first=0&max=10&search=m-1"));
        Map<String, Figures> figures = comparison.run();
        pages.keySet().forEach(name -> tell(name + " grows", figures, name + ", " + MANY, name + ", " + FEW));
        tell("a deep page costs as much as the first", figures, "deep page, " + MANY, "first page, " + MANY);
        tell("first page, Keycloak's to ours", figures, "Keycloak's first page, " + MANY, "first page, " + MANY);
        tell("deep page, Keycloak's to ours", figures, "Keycloak's deep page, " + MANY, "deep page, " + MANY);
        tell(
                "search, Keycloak's to ours",
                figures,
                "Keycloak's search of one in ten, " + MANY,
                "search of one in ten, " + MANY);
    }

    /** Made by Keycloak, filled by hand: as many of the generated users, and the reader as its admin. */
    private String organization(String alias, String reader, int members) throws SQLException {
        client.json(
                        "POST",
                        "/admin/realms/demo/organizations",
                        administrator.get(),
                        "{\"name\":\"%s\",\"alias\":\"%s\",\"domains\":[{\"name\":\"%s.example.test\"}]}"
                                .formatted(alias, alias, alias))
                .expect(201);
        String id = server.single("select id from org where alias = '" + alias + "'");
        String group = server.single("select group_id from org where id = '" + id + "'");
        String role = server.single("select g.id from keycloak_group g join group_attribute a on a.group_id = g.id"
                + " where g.org_id = '" + id + "' and a.name = 'gatehouse.role' and a.value = 'admin'");
        for (String in : List.of(group, role)) {
            server.generate("membership of the reader", """
                    insert into user_group_membership (group_id, user_id, membership_type)
                    values ('%s', '%s', 'UNMANAGED')""".formatted(in, reader));
        }
        server.generate("memberships of " + alias, """
                insert into user_group_membership (group_id, user_id, membership_type)
                select '%s', %s, 'UNMANAGED' from generate_series(1, %d) u""".formatted(group, OrganizationData.id("m", "u"), members));
        server.generate("lines of activity of " + alias, """
                insert into gatehouse_activity (id, realm_id, organization_id, occurred_at, type, outcome, details)
                select gen_random_uuid()::text, realm_id, id, 1700000000000 + n, 'user.login', 'SUCCESS', '{}'
                from org, generate_series(1, %d) n where id = '%s'""".formatted(members, id));
        return id;
    }

    /** Has the server build the projection, and tells how far it is. */
    private void build(String id) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        server.generate("checks ordered", "delete from gatehouse_org_check where organization_id = '" + id + "'");
        List<String> done;
        do {
            TimeUnit.SECONDS.sleep(1);
            done = server.rows(
                    "select seen || ' members looked at, ' || coalesce(stage, 'done') from gatehouse_org_check"
                            + " where organization_id = '" + id + "'");
            ServerOnPostgresql.say("building: " + done);
        } while (done.isEmpty() || !done.get(0).endsWith("done"));
        ServerOnPostgresql.say("built in %.1f s".formatted((System.nanoTime() - start) / 1e9));
    }

    private void countStatements(Map<String, String> pages, String few, String many) throws SQLException {
        StatementCount statements = new StatementCount(server);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            long atFew = statements.of(() -> ours(few, page.getValue()));
            long atMany = statements.of(() -> ours(many, page.getValue()));
            ServerOnPostgresql.say(
                    "%s: %d statements at %d members, %d at %d".formatted(page.getKey(), atFew, FEW, atMany, MANY));
        }
    }

    private String deep(String id) {
        String cursor = "";
        for (int page = 0; page < DEEP_PAGES; page++) {
            cursor = ours(id, "/users?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .field("next_cursor");
        }
        return cursor;
    }

    private LoadClient.Answer ours(String id, String path) {
        return client.get("/realms/demo/organizations/" + id + path, reader.get())
                .expect(200);
    }

    private void keycloaks(String id, String query) {
        client.get("/admin/realms/demo/organizations/" + id + "/members?max=50&" + query, administrator.get())
                .expect(200);
    }

    private static void tell(String what, Map<String, Figures> figures, String more, String less) {
        double ratio = figures.getOrDefault(more, Figures.NONE).percentile(0.5)
                / figures.getOrDefault(less, Figures.NONE).percentile(0.5);
        ServerOnPostgresql.say("%s: %.2f times".formatted(what, ratio));
    }

    /** A token that is asked for again before it has expired. */
    private static final class FreshToken implements Supplier<Map<String, String>> {
        private static final Duration GOOD_FOR = Duration.ofSeconds(30);

        private final Supplier<String> tokens;
        private long since;
        private Map<String, String> headers = Map.of();

        FreshToken(Supplier<String> tokens) {
            this.tokens = tokens;
        }

        @Override
        public synchronized Map<String, String> get() {
            if (headers.isEmpty() || System.nanoTime() - since > GOOD_FOR.toNanos()) {
                headers = Map.of("Authorization", "Bearer " + tokens.get());
                since = System.nanoTime();
            }
            return headers;
        }
    }
}
