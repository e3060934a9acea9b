package dev.gatehouse.journeys.plain;

import dev.gatehouse.server.testing.KeptLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Keycloak's distribution in a directory of its own, driven by its own {@code kc.sh}. */
final class PlainKeycloak implements AutoCloseable {
    static final Map<String, String> ADMIN =
            Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin-of-the-test");

    private final Path home;
    private @Nullable Process server;
    private int commands;

    private PlainKeycloak(Path home) {
        this.home = home;
    }

    /** Copies the distribution, puts the bundle into it and runs Keycloak's build step. */
    static PlainKeycloak withBundle(Path distribution, Path bundle, Path home) {
        try {
            copy(distribution, home);
            try (Stream<Path> jars = Files.list(bundle)) {
                for (Path jar : (Iterable<Path>) jars::iterator) {
                    Files.copy(
                            jar,
                            home.resolve("providers").resolve(jar.getFileName()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        PlainKeycloak keycloak = new PlainKeycloak(home);
        keycloak.run(Map.of(), 0, "build", "--db=dev-file", "--health-enabled=true");
        return keycloak;
    }

    /** Runs a command of Keycloak's to its end; what it printed. */
    String run(Map<String, String> environment, int expectedExit, String... arguments) {
        Path log = home.resolve("command-" + ++commands + ".log");
        try {
            Process process = process(environment, log, arguments);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(List.of(arguments) + " does not end:\n" + Files.readString(log));
            }
            String said = Files.readString(log);
            if ((process.exitValue() == 0) != (expectedExit == 0)) {
                throw new AssertionError(List.of(arguments) + " ended with " + process.exitValue() + ":\n" + said);
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts the server on a free port and waits until it is ready. */
    URI start() {
        int port = freePort();
        int management = freePort();
        Path log = home.resolve("server.log");
        try {
            Process started = process(
                    ADMIN,
                    log,
                    "start",
                    "--optimized",
                    "--http-enabled=true",
                    "--hostname-strict=false",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--http-management-port=" + management);
            server = started;
            Awaitility.await("Keycloak with the bundle, see " + log)
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> {
                        if (!started.isAlive()) {
                            throw new AssertionError("Keycloak ended:\n" + Files.readString(log));
                        }
                        return isReady(management);
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return URI.create("http://127.0.0.1:" + port);
    }

    String log() {
        try {
            return Files.readString(home.resolve("server.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        Process server = this.server;
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            try {
                server.waitFor(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
        KeptLogs.keep(home);
    }

    private Process process(Map<String, String> environment, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Each command lives for seconds: the second compiler would cost more than it gives back.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean isReady(int management) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + management + "/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
