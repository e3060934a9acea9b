package dev.gatehouse.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server's heap holds after a million requests, beside what it held after the first hundred thousand: most of them a
 * gateway's, with tokens known, unknown and broken; some accounts read, some logins refused.
 */
public final class MemoryLoad {
    private static final int USERS = 200;
    private static final int CLIENTS = 8;
    private static final long WARM = 100_000;
    private static final long REQUESTS = 1_000_000;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final LoadClient client;
    private final List<String> tokens = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    private MemoryLoad(LoadClient client) {
        this.client = client;
    }

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client()) {
            DemoUsers users = new DemoUsers(server, client);
            users.letTokensLast();
            String first = users.withPassword("first");
            OrganizationData.of(server).users("remembered", USERS);
            Passwords.give(server, "remembered", USERS, first);
            MemoryLoad load = new MemoryLoad(client);
            for (int user = 1; user <= USERS; user++) {
                load.tokens.add(users.token("remembered-" + user, "openid").field("access_token"));
            }
            load.until(WARM);
            long before = heap(server);
            load.until(WARM + REQUESTS);
            long after = heap(server);
            ServerOnPostgresql.say("after %,d requests %,d KiB live, after %,d more %,d KiB: %+.1f %%"
                    .formatted(WARM, before, REQUESTS, after, 100.0 * (after - before) / before));
        }
    }

    private void until(long goal) {
        while (sent.get() < goal) {
            Figures figures = new LoadLoop(CLIENTS, Duration.ofSeconds(20)).run(this::next);
            ServerOnPostgresql.say("%,d of %,d requests  %s".formatted(sent.get(), goal, figures));
        }
    }

    private void next() {
        long number = sent.incrementAndGet();
        String token = tokens.get((int) (number % tokens.size()));
        if (number % 2_000 == 0) {
            client.json(
                            "POST",
                            "/realms/demo/auth/login",
                            Map.of(),
                            "{\"username\": \"nobody-%d\", \"password\": \"wrong\"}".formatted(number))
                    .expect(401);
        } else if (number % 50 == 0) {
            client.get("/realms/demo/auth/me", bearer(token)).expect(200);
        } else if (number % 10 == 0) {
            client.get("/realms/demo/auth/validate?audience=gatehouse-service", bearer(token + number))
                    .expect(401);
        } else {
            client.get("/realms/demo/auth/validate?audience=gatehouse-service", bearer(token))
                    .expect(200);
        }
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** In KiB, once everything that nobody holds any more is gone. */
    private static long heap(ServerOnPostgresql server) throws IOException, InterruptedException {
        jcmd(server, "GC.run");
        jcmd(server, "GC.run");
        Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd tells no heap");
        }
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(ServerOnPostgresql server, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.server().processId()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }
}
