package dev.gatehouse.benchmarks.load;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users of the demo realm who log in by REST, each in turn: Keycloak counts a login to its end before it lets the same user
 * in again, and a code is sent to an address only so often.
 */
final class FactorUsers {
    private static final String PASSWORD = "gatehouse-load-1";

    private final LoadClient client;
    private final String prefix;
    private final int users;
    private final AtomicInteger turn = new AtomicInteger();

    private FactorUsers(LoadClient client, String prefix, int users) {
        this.client = client;
        this.prefix = prefix;
        this.users = users;
    }

    /** @param credential of the second factor, as the admin console would create it; empty for none */
    static FactorUsers make(ServerOnPostgresql server, LoadClient client, String prefix, int users, String credential) {
        String more = credential.isEmpty() ? "" : ", " + credential;
        String token = "";
        for (int user = 0; user < users; user++) {
            if (user % 100 == 0) {
                token = server.administrator();
                ServerOnPostgresql.say("%d of %d users %s".formatted(user, users, prefix));
            }
            client.json("POST", "/admin/realms/demo/users", Map.of("Authorization", "Bearer " + token), """
                            {"username": "%1$s-%2$d", "email": "%1$s-%2$d@example.test", "emailVerified": true,
                             "enabled": true, "firstName": "Some", "lastName": "Body",
                             "credentials": [{"type": "password", "value": "%3$s"}%4$s]}""".formatted(
                                    prefix, user, PASSWORD, more))
                    .expect(201);
        }
        return new FactorUsers(client, prefix, users);
    }

    /** What the login of the next user is answered. */
    LoadClient.Answer logIn() {
        int user = Math.floorMod(turn.incrementAndGet(), users);
        return client.json(
                "POST",
                "/realms/demo/auth/login",
                Map.of(),
                "{\"username\": \"%s-%d\", \"password\": \"%s\"}".formatted(prefix, user, PASSWORD));
    }
}
