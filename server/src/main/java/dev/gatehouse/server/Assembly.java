package dev.gatehouse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the server's directory together, at the end of the build: Keycloak's distribution, the provider jars, the realms
 * and our own jar. Touches only what is different from last time, and replaces files instead of writing into them: a
 * server may be running from the directory.
 */
public final class Assembly {
    private Assembly() {}

    /** @param arguments the unpacked distribution, the directory of the provider jars, that of the realms, our jar, the target */
    public static void main(String[] arguments) throws IOException {
        assemble(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                new Home(Path.of(arguments[4])));
    }

    static void assemble(Path distribution, Path providers, Path realms, Path launcher, Home home) throws IOException {
        if (!Files.exists(home.runner()) || !home.keycloakVersion().equals(new Home(distribution).keycloakVersion())) {
            for (String part : List.of("lib", "bin", "themes", "providers")) {
                Tree.delete(home.directory().resolve(part));
            }
            new Home(distribution).shareWith(home);
        }
        synchronise(providers, home.providers(), ".jar");
        for (String mode : List.of("demo", "production")) {
            synchronise(realms.resolve(mode), home.realms(mode), ".json");
        }
        replace(launcher, home.launcher());
    }

    private static void synchronise(Path source, Path target, String ending) throws IOException {
        Files.createDirectories(target);
        List<Path> files = list(source, ending);
        Set<String> names =
                files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        for (Path stale : list(target, ending)) {
            if (!names.contains(stale.getFileName().toString())) {
                Files.delete(stale);
            }
        }
        for (Path file : files) {
            replace(file, target.resolve(file.getFileName()));
        }
    }

    private static List<Path> list(Path directory, String ending) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static void replace(Path source, Path target) throws IOException {
        if (Files.exists(target) && Files.mismatch(source, target) == -1) {
            return;
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
