package dev.gatehouse.journeys.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs scripts of {@code journeys/node} and the tools of its packages; none for longer than two minutes. */
public final class Node {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path directory;

    Node(Path directory) {
        this.directory = directory;
    }

    /** Where scripts and packages are, and where they are run. */
    public Path directory() {
        return directory;
    }

    /** Starts a script, to talk with. */
    public Script start(String script, Map<String, String> environment, String... arguments) {
        return start(script, environment, List.of(arguments));
    }

    /** Runs a tool that a package brings, such as {@code tsc}. */
    public Script tool(String name, String... arguments) {
        return start(Path.of("node_modules", ".bin", name).toString(), Map.of(), List.of(arguments));
    }

    private Script start(String script, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(arguments);
        return Script.start(directory, command, environment, LIMIT);
    }
}
