package dev.gatehouse.journeys.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scripts of the source tree and the packages that they use, in a directory of the build: installed once for each
 * state of the lock file.
 *
 * @param missing why there is none, empty if there is
 */
record Installation(Path directory, String missing) {
    private static final Path SOURCE = Path.of("node");
    private static final Path DIRECTORY = Path.of("target", "node").toAbsolutePath();
    private static final String LOCK = "package-lock.json";
    private static final Duration LIMIT = Duration.ofMinutes(4);

    static Installation prepare() {
        if (Stream.of("node", "npm").anyMatch(name -> !isOnPath(name))) {
            return new Installation(
                    DIRECTORY, "no Node.js on the PATH: install the packages 'nodejs' and 'npm' to run this story");
        }
        try {
            boolean installed = hasPackagesOfTheLock();
            copySources();
            return installed ? new Installation(DIRECTORY, "") : install();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Installation install() throws IOException {
        Script npm = Script.start(DIRECTORY, List.of("npm", "ci"), Map.of(), LIMIT);
        String said = npm.rest();
        if (npm.status() != 0) {
            return new Installation(DIRECTORY, "the packages for Node.js could not be installed: " + lastLine(said));
        }
        Files.copy(SOURCE.resolve(LOCK), installedLock(), StandardCopyOption.REPLACE_EXISTING);
        return new Installation(DIRECTORY, "");
    }

    private static boolean hasPackagesOfTheLock() throws IOException {
        return Files.exists(installedLock()) && Files.mismatch(SOURCE.resolve(LOCK), installedLock()) < 0;
    }

    /** Written last: an installation that was broken off has none. */
    private static Path installedLock() {
        return DIRECTORY.resolve("node_modules").resolve("installed.json");
    }

    private static void copySources() throws IOException {
        Files.createDirectories(DIRECTORY);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, DIRECTORY.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isOnPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((before, after) -> after)
                .orElse("npm said nothing");
    }
}
