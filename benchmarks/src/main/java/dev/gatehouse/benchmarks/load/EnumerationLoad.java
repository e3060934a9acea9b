package dev.gatehouse.benchmarks.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Whether the time of an answer tells who has an account: login, registration, forgotten password, another mail and invitation,
 * each for people who have an account and for people who have none, in an order that chance decides, compared by the rank test
 * of Mann and Whitney. Says in how many of all pairs the answer to one kind took longer than that to the other: one half means that
 * the time tells nothing.
 */
public final class EnumerationLoad {
    private static final int SAMPLES = 1_000;
    private static final int WARM = 60;

    private record Sample(boolean known, int number) {}

    private final LoadClient client;
    private final Set<String> wanted;

    private EnumerationLoad(LoadClient client, Set<String> wanted) {
        this.client = client;
        this.wanted = wanted;
    }

    /** @param arguments what to compare, by the names that it is told under; all if there are none */
    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server =
                        ServerOnPostgresql.start("--gatehouse.organization.pending-invitations=10000");
                LoadClient client = server.client()) {
            new EnumerationLoad(client, Set.of(arguments)).run(server);
        }
    }

    private void run(ServerOnPostgresql server) throws SQLException {
        client.json("PUT", "/admin/realms/demo", administrator(server), "{\"registrationAllowed\": true}")
                .expect(204);
        DemoUsers users = new DemoUsers(server, client);
        users.letTokensLast();
        String first = users.withPassword("first");
        OrganizationData data = OrganizationData.of(server);
        data.users("known", WARM + SAMPLES);
        Passwords.give(server, "known", WARM + SAMPLES, first);
        server.analyze();

        compare("login", 401, name -> post("/auth/login", """
                {"username": "%s", "password": "a wrong passphrase"}""".formatted(name), Map.of()));
        compare(
                "token-endpoint",
                401,
                name -> client.form(
                        "/realms/demo/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "gatehouse-app",
                                "username", name,
                                "password", "a wrong passphrase")));
        compare("register", 202, name -> post("/auth/register", """
                {"email": "%s@example.test", "password": "a long enough passphrase",
                 "first_name": "Some", "last_name": "Body"}""".formatted(name), Map.of()));
        compare("forgot-password", 202, name -> post("/auth/forgot-password", """
                {"email": "%s@example.test"}""".formatted(name), Map.of()));
        compare("resend-verification", 202, name -> post("/auth/resend-verification", """
                {"email": "%s@example.test"}""".formatted(name), Map.of()));
        invite(server, users, data);
    }

    private void invite(ServerOnPostgresql server, DemoUsers users, OrganizationData data) throws SQLException {
        String owner = users.withPassword("inviting");
        server.generate("role of the inviting user", """
                insert into user_role_mapping (user_id, role_id)
                select '%s', id from keycloak_role where realm_id = '%s' and name = 'create-organization'""".formatted(owner, data.realmId()));
        Map<String, String> bearer = Map.of(
                "Authorization", "Bearer " + users.token("inviting", "openid").field("access_token"));
        String organization = client.json(
                        "POST",
                        "/realms/demo/organizations",
                        bearer,
                        "{\"name\": \"Inviting\", \"alias\": \"inviting\"}")
                .expect(201)
                .json()
                .get("id")
                .asText();
        compare(
                "invitation",
                202,
                name -> post("/organizations/" + organization + "/users", """
                {"email": "%s@example.test"}""".formatted(name), bearer));
    }

    private LoadClient.Answer post(String path, String body, Map<String, String> headers) {
        return client.json("POST", "/realms/demo" + path, headers, body);
    }

    private void compare(String what, int status, Function<String, LoadClient.Answer> request) {
        if (!wanted.isEmpty() && !wanted.contains(what)) {
            return;
        }
        List<Sample> samples = new ArrayList<>();
        for (int number = 1; number <= WARM + SAMPLES; number++) {
            samples.add(new Sample(true, number));
            samples.add(new Sample(false, number));
        }
        Collections.shuffle(samples.subList(2 * WARM, samples.size()), new Random(20261128));
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        for (int index = 0; index < samples.size(); index++) {
            Sample sample = samples.get(index);
            String name = (sample.known() ? "known-" : "nobody-") + sample.number();
            long before = System.nanoTime();
            LoadClient.Answer answer = request.apply(name);
            double took = (System.nanoTime() - before) / 1e6;
            answer.expect(status);
            if (index >= 2 * WARM) {
                (sample.known() ? known : unknown).add(took);
            }
        }
        tell(what, array(known), array(unknown));
    }

    private static void tell(String what, double[] known, double[] unknown) {
        MannWhitneyUTest test = new MannWhitneyUTest();
        double pairs = (double) known.length * unknown.length;
        // The greater of the two statistics: it does not say which side is the slower one, the medians do.
        double longer = test.mannWhitneyU(known, unknown) / pairs;
        ServerOnPostgresql.say(
                "%-20s known median %.2f ms, unknown median %.2f ms, one is longer in %.1f %% of pairs, p = %.3f"
                        .formatted(
                                what,
                                median(known),
                                median(unknown),
                                100 * longer,
                                test.mannWhitneyUTest(known, unknown)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, String> administrator(ServerOnPostgresql server) {
        return Map.of("Authorization", "Bearer " + server.administrator());
    }
}
