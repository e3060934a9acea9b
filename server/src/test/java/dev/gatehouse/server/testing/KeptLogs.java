package dev.gatehouse.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * What the servers of this run logged, kept in {@code target/server-logs} after their directories are gone: to be read by
 * who looks for a fault, and by the story that looks for secrets.
 */
public final class KeptLogs {
    private static final Queue<Path> KEPT = new ConcurrentLinkedQueue<>();

    private KeptLogs() {}

    /** Keeps every {@code *.log} of a server that has stopped; the server's directory may go then, or be gone already. */
    public static void keep(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            Path directory = Path.of("target", "server-logs", String.valueOf(home.getFileName()));
            Files.createDirectories(directory);
            for (Path log : (Iterable<Path>) files.filter(KeptLogs::isLog)::iterator) {
                Path copy = directory.resolve(log.getFileName());
                Files.move(log, copy, StandardCopyOption.REPLACE_EXISTING);
                KEPT.add(copy);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The logs kept so far by this JVM, oldest first. */
    public static List<Path> all() {
        return List.copyOf(KEPT);
    }

    private static boolean isLog(Path file) {
        return file.toString().endsWith(".log") && Files.isRegularFile(file);
    }
}
