package dev.gatehouse.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keycloak's build step, run when an input changed and only then. Runs in a JVM of its own, since it ends the one that
 * it runs in. One at a time, however many processes share the directory.
 */
final class BuildStep {
    /**
     * Keycloak compares the provider jars' times, we their content: with one time for all of them, content decides.
     */
    private static final FileTime ONE_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final String OUTCOME = "outcome";

    private final Home home;
    private final GivenOptions options;
    private final BuildTimeOptions buildTime;
    private final PrintStream out;

    BuildStep(Home home, GivenOptions options, BuildTimeOptions buildTime, PrintStream out) {
        this.home = home;
        this.options = options;
        this.buildTime = buildTime;
        this.out = out;
    }

    /** @return whether it was due */
    @SuppressWarnings("try") // the lock is held, not looked at
    boolean runIfDue() throws IOException, InterruptedException {
        Path lockFile = home.directory().resolve("lib").resolve("gatehouse.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            equaliseTimes();
            BuildInputs now = BuildInputs.of(home, options, buildTime, System::getenv);
            BuildInputs then = BuildInputs.read(record());
            List<String> changed = now.with(OUTCOME, outcome()).differences(then);
            if (changed.isEmpty()) {
                return false;
            }
            Files.deleteIfExists(record());
            run(then.entries().isEmpty() ? List.of() : changed);
            now.with(OUTCOME, outcome()).write(record());
            return true;
        }
    }

    private Path record() {
        return home.directory().resolve("lib").resolve("gatehouse.inputs");
    }

    /** What the last build step left: somebody may have run another by hand in between. */
    private String outcome() throws IOException {
        Path bytecode = home.built().resolve("generated-bytecode.jar");
        return Files.exists(bytecode) ? BuildInputs.digest(bytecode) : "none";
    }

    private void equaliseTimes() throws IOException {
        if (!Files.isDirectory(home.providers())) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.providers(), "*.jar")) {
            for (Path jar : jars) {
                if (!Files.getLastModifiedTime(jar).equals(ONE_TIME)) {
                    Files.setLastModifiedTime(jar, ONE_TIME);
                }
            }
        }
    }

    private void run(List<String> changed) throws IOException, InterruptedException {
        long started = System.nanoTime();
        out.print("Preparing Keycloak " + home.keycloakVersion() + " (about half a minute"
                + (changed.isEmpty() ? ", this once" : "; changed: " + shortened(changed)) + ") ... ");
        out.flush();
        Files.createDirectories(home.buildLog().getParent());
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(home.buildLog().toFile())
                .start();
        process.getOutputStream().close();
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        int code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        if (code != 0) {
            out.println("failed after " + seconds + " s");
            throw new Refusal(
                    "Keycloak's build step failed (" + home.buildLog() + "):\n" + Files.readString(home.buildLog()));
        }
        out.println(seconds + " s");
    }

    private static String shortened(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(Jvm.command());
        command.addAll(Jvm.keycloakProperties(home));
        command.addAll(List.of("-jar", home.runner().toString(), "build"));
        options.values().forEach((option, value) -> {
            if (buildTime.contains(option)) {
                command.add("--" + option + "=" + value);
            }
        });
        options.value("config-file").ifPresent(file -> command.add("--config-file=" + file));
        return command;
    }
}
