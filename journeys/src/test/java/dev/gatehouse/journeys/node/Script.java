package dev.gatehouse.journeys.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running script: what it prints is read, and what it asks for is written, line by line. Ended when its time is up. */
public final class Script {
    private final Process process;
    private final BufferedReader output;

    private Script(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Script start(Path directory, List<String> command, Map<String, String> environment, Duration limit) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> end(process));
            return new Script(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Waits until the script prints this line; fails with all that it said if it ends before. */
    public void expect(String line) {
        StringBuilder said = new StringBuilder();
        try {
            for (String next = output.readLine(); next != null; next = output.readLine()) {
                if (next.equals(line)) {
                    return;
                }
                said.append(next).append('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new AssertionError("The script ended without '" + line + "' and said:\n" + said);
    }

    /** Hands the script a line that it waits for. */
    public void tell(String line) {
        try {
            var input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(line);
            input.newLine();
            input.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All that it prints from here to its end. */
    public String rest() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    /** How it ended: 0 if all went well. */
    public int status() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
