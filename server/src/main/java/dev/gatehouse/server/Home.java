package dev.gatehouse.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The assembled server's directory: Keycloak's own layout, with our jar beside it. */
record Home(Path directory) {
    static final String LAUNCHER = "gatehouse.jar";

    /** The directory in which the running jar lies. */
    static Home ofThisJar() {
        try {
            Path jar = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path directory = jar.resolveSibling("");
            if (!Files.isRegularFile(jar) || !Files.isDirectory(directory.resolve("lib"))) {
                throw new Refusal("Gatehouse starts from its assembled directory: java -jar .../" + LAUNCHER);
            }
            return new Home(directory.toAbsolutePath().normalize());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path launcher() {
        return directory.resolve(LAUNCHER);
    }

    Path providers() {
        return directory.resolve("providers");
    }

    Path configuration() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path log() {
        return data().resolve("log").resolve("gatehouse.log");
    }

    Path buildLog() {
        return data().resolve("log").resolve("build.log");
    }

    /** Where Keycloak looks for realms at its start. */
    Path imports() {
        return data().resolve("import");
    }

    /** The realms of a mode as we ship them. */
    Path realms(String mode) {
        return directory.resolve("realms").resolve(mode);
    }

    /** Keycloak's boot jar, which a build step leaves alone. */
    Path runner() {
        return directory.resolve("lib").resolve("quarkus-run.jar");
    }

    /** What a build step writes. */
    Path built() {
        return directory.resolve("lib").resolve("quarkus");
    }

    /** Everything that Keycloak ships, where its classes can be asked. */
    Path keycloakJars() {
        return directory.resolve("lib").resolve("lib");
    }

    /** As Keycloak's distribution tells it. */
    String keycloakVersion() throws IOException {
        String told = Files.readString(directory.resolve("version.txt")).strip();
        return told.substring(told.lastIndexOf(' ') + 1);
    }

    /**
     * A second home with the same built Keycloak, its own configuration and no data. Cheap: what is never written again
     * is linked; what a build step rewrites is copied, so that each may have its own.
     */
    void shareWith(Home other) throws IOException {
        Files.createDirectories(other.directory());
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory)) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                Path copy = other.directory().resolve(name);
                if (name.equals("lib")) {
                    shareLibrary(part, copy);
                } else if (!name.equals("data") && Files.isDirectory(part)) {
                    Tree.copy(part, copy);
                } else if (Files.isRegularFile(part)) {
                    Files.copy(part, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void shareLibrary(Path library, Path copy) throws IOException {
        Tree.link(library.resolve("lib"), copy.resolve("lib"));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(library)) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                if (!name.equals("lib") && !name.equals("gatehouse.lock")) {
                    Tree.copy(part, copy.resolve(name));
                }
            }
        }
    }
}
