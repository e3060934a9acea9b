package dev.gatehouse.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins that have a code sent by e-mail, while the SMTP server works, and while it takes every connection and says
 * nothing.
 */
public final class HangingMailLoad {
    private static final int USERS = 1_500;
    private static final String EMAIL = "{\"type\": \"email-otp\", \"credentialData\": \"{}\", \"secretData\": \"{}\"}";

    private HangingMailLoad() {}

    public static void main(String... arguments) throws Exception {
        try (ServerOnPostgresql server = ServerOnPostgresql.start();
                LoadClient client = server.client();
                Silence silence = new Silence()) {
            FactorUsers users = FactorUsers.make(server, client, "mailed", USERS, EMAIL);
            JsonNode working = realm(server, client).get("smtpServer");
            LoadLoop loop = new LoadLoop(2, Duration.ofSeconds(10));
            loop.run(() -> logIn(client, users));
            Figures normal = Figures.NONE;
            Figures hanging = Figures.NONE;
            for (int round = 1; round <= 3; round++) {
                sendThrough(server, client, working.toString());
                normal = normal.plus(said(round, "SMTP works", loop.run(() -> logIn(client, users))));
                sendThrough(
                        server,
                        client,
                        "{\"host\": \"127.0.0.1\", \"port\": \"%d\", \"from\": \"login@example.test\"}"
                                .formatted(silence.port()));
                hanging = hanging.plus(said(round, "SMTP hangs", loop.run(() -> logIn(client, users))));
            }
            ServerOnPostgresql.say(
                    "logins a second, SMTP hanging : working = %.2f (the goal: at least 0.95); %d connections hung"
                            .formatted(hanging.throughput() / normal.throughput(), silence.taken()));
        }
    }

    private static Figures said(int round, String what, Figures figures) {
        ServerOnPostgresql.say("round %d  %s  %s".formatted(round, what, figures));
        return figures;
    }

    private static void logIn(LoadClient client, FactorUsers users) {
        JsonNode due = users.logIn().expect(403).json();
        client.json(
                        "POST",
                        "/realms/demo/mfa/challenge",
                        Map.of(),
                        "{\"mfa_token\": \"%s\", \"method_id\": \"%s\"}"
                                .formatted(
                                        due.get("mfa_token").asText(),
                                        due.at("/methods/0/id").asText()))
                .expect(202);
    }

    private static JsonNode realm(ServerOnPostgresql server, LoadClient client) {
        return client.get("/admin/realms/demo", Map.of("Authorization", "Bearer " + server.administrator()))
                .expect(200)
                .json();
    }

    private static void sendThrough(ServerOnPostgresql server, LoadClient client, String smtpServer) {
        client.json(
                        "PUT",
                        "/admin/realms/demo",
                        Map.of("Authorization", "Bearer " + server.administrator()),
                        "{\"smtpServer\": " + smtpServer + "}")
                .expect(204);
    }

    /** Takes connections and never says a word. */
    private static final class Silence implements AutoCloseable {
        private final ServerSocket socket;
        private final Set<Socket> taken = ConcurrentHashMap.newKeySet();

        Silence() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread listener = new Thread(this::listen, "silence");
            listener.setDaemon(true);
            listener.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        int taken() {
            return taken.size();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try {
                    taken.add(socket.accept());
                } catch (IOException closed) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket one : taken) {
                one.close();
            }
        }
    }
}
