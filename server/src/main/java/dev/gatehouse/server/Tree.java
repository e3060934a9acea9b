package dev.gatehouse.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/** Whole directories at once. */
final class Tree {
    private Tree() {}

    /** Copies with times kept; without times Keycloak takes what is built for outdated. */
    static void copy(Path source, Path target) throws IOException {
        walk(
                source,
                target,
                (file, copy) -> Files.copy(
                        file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES));
    }

    /** Hard links instead of copies, where the file system has them: for files that are never written again. */
    static void link(Path source, Path target) throws IOException {
        walk(source, target, (file, link) -> {
            try {
                Files.createLink(link, file);
            } catch (UnsupportedOperationException | FileSystemException notHere) {
                Files.copy(file, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        });
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private interface EachFile {
        void take(Path source, Path target) throws IOException;
    }

    private static void walk(Path source, Path target, EachFile action) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(target.resolve(source.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                action.take(file, target.resolve(source.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
