package dev.gatehouse.server.testing;

import dev.gatehouse.server.ServerCopy;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The assembled server, running in a JVM of its own on free ports, with an empty database. It shares what
 * is built with the assembly, so that no build step runs for it unless an option asks for another build, and it ends
 * with the JVM that started it.
 *
 * <pre>{@code
 * try (RunningServer server = RunningServer.start("--gatehouse.mfa.code-length=8")) {
 *     server.base(); // http://localhost:PORT
 * }
 * }</pre>
 */
public final class RunningServer implements AutoCloseable {
    /** Long: a build step and a start on a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;
    private final Process process;
    private final int port;
    private final int managementPort;

    private RunningServer(Path home, Process process, int port, int managementPort) {
        this.home = home;
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts in development mode (another mode by {@code --gatehouse.mode=...}) and waits until the server is ready.
     *
     * @param options as on the command line; they win over what is chosen here
     * @throws IllegalStateException with the server's output if it does not become ready
     */
    public static RunningServer start(String... options) {
        try {
            Path home = Files.createTempDirectory("gatehouse-");
            ServerCopy.of(assembly(), home);
            return startIn(home, options);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts with this realm file in place of the demo realm's, as another machine would that was handed the file. */
    public static RunningServer startWithRealm(Path realmFile, String... options) {
        try {
            Path home = Files.createTempDirectory("gatehouse-");
            ServerCopy.of(assembly(), home);
            Path realms = home.resolve(Path.of("realms", "demo"));
            try (DirectoryStream<Path> ours = Files.newDirectoryStream(realms)) {
                for (Path file : ours) {
                    Files.delete(file);
                }
            }
            Files.copy(realmFile, realms.resolve("demo-realm.json"));
            return startIn(home, options);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts again on the database that the given server left; it has to be stopped. */
    public static RunningServer restart(RunningServer stopped, String... options) {
        try {
            return startIn(stopped.home, options);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RunningServer startIn(Path home, String... options) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        int smtpPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dgatehouse.stop-with-parent=true", "-Xmx768m"));
        String jvmOptions = System.getProperty("gatehouse.test.jvm-options", "");
        if (!jvmOptions.isBlank()) {
            command.addAll(List.of(jvmOptions.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", home.resolve("gatehouse.jar").toString()));
        command.addAll(List.of(
                "--gatehouse.mode=development",
                "--gatehouse.messaging.inbox.smtp-port=" + smtpPort,
                "--http-port=" + port,
                "--http-management-port=" + managementPort));
        command.addAll(List.of(options));
        Path output = home.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                // A server that starts again goes on where it ended.
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // The demo realm's SMTP server is the inbox.
        builder.environment().put("GATEHOUSE_SMTP_PORT", Integer.toString(smtpPort));
        Process process = builder.start();
        RunningServer server = new RunningServer(home, process, port, managementPort);
        try {
            Awaitility.await("the server to be ready")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || server.isReady());
        } catch (ConditionTimeoutException tooLong) {
            process.destroyForcibly().onExit().join();
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The server did not start:\n" + Files.readString(output));
        }
        return server;
    }

    /** {@code -Dgatehouse.home=...}, else the assembly of this source tree. */
    private static Path assembly() {
        String given = System.getProperty("gatehouse.home");
        if (given != null) {
            return Path.of(given);
        }
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            Path candidate = directory.resolve(Path.of("server", "target", "gatehouse"));
            if (Files.exists(candidate.resolve("gatehouse.jar"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("No assembled server here: ./mvnw package -pl server -am makes it");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** {@code http://localhost:PORT}, without a slash at the end. */
    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** {@code http://localhost:PORT} of health and metrics. */
    public URI management() {
        return URI.create("http://localhost:" + managementPort);
    }

    public int port() {
        return port;
    }

    /** The server's own directory, thrown away when it is closed. */
    public Path home() {
        return home;
    }

    /** What the server logs. */
    public Path log() {
        return home.resolve(Path.of("data", "log", "gatehouse.log"));
    }

    /** What the server says on its console. */
    public Path output() {
        return home.resolve("output.log");
    }

    public long processId() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(management() + "/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks the server to end, as Ctrl-C does, and waits for it. Safe to call twice. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                kill();
                throw new IllegalStateException("The server did not stop within a minute");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a realm of this server, which has to be stopped, with its users into a file: Keycloak's own export. */
    public void export(String realm, Path file) {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve(Path.of("bin", "kc.sh")).toString(),
                        "export",
                        "--optimized",
                        "--realm=" + realm,
                        "--file=" + file,
                        "--users=same_file")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("export.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("GATEHOUSE_MODE", "development");
        try {
            Process export = builder.start();
            if (!export.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || export.exitValue() != 0) {
                export.destroyForcibly();
                throw new IllegalStateException("No export:\n" + Files.readString(home.resolve("export.log")));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops the server and throws its directory away, but for its {@linkplain KeptLogs logs}. */
    @Override
    public void close() {
        stop();
        KeptLogs.keep(home);
        try {
            ServerCopy.delete(home);
        } catch (IOException leftBehind) {
            throw new IllegalStateException(leftBehind);
        }
    }
}
