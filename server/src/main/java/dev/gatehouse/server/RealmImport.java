package dev.gatehouse.server;

import dev.gatehouse.foundation.Mode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Lays the realm files where Keycloak's import looks for them. A realm that exists is left as it is. The demo realm
 * comes with development and goes with it: a production start never finds it.
 */
final class RealmImport {
    private final Home home;

    RealmImport(Home home) {
        this.home = home;
    }

    /**
     * @param asked whether the operator said {@code --import-realm}
     * @return whether there is something to import
     * @throws Refusal if a realm of a production server refers to a variable that is not set
     */
    boolean prepare(Mode mode, boolean asked, Predicate<String> isDefined) throws IOException {
        if (mode == Mode.DEVELOPMENT) {
            layOut("demo");
            return !files(home.imports()).isEmpty();
        }
        for (Path demo : files(home.realms("demo"))) {
            Files.deleteIfExists(home.imports().resolve(demo.getFileName()));
        }
        if (!asked) {
            return false;
        }
        if (files(home.imports()).isEmpty()) {
            layOut("production");
        }
        for (Path realm : files(home.imports())) {
            demandComplete(realm, isDefined);
        }
        return true;
    }

    private void layOut(String kind) throws IOException {
        for (Path realm : files(home.realms(kind))) {
            Files.createDirectories(home.imports());
            Files.copy(realm, home.imports().resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void demandComplete(Path realm, Predicate<String> isDefined) throws IOException {
        SortedSet<String> missing = Placeholders.missing(Files.readString(realm), isDefined);
        if (!missing.isEmpty()) {
            throw new Refusal("The realm in " + realm + " needs the environment variable"
                    + (missing.size() == 1 ? " " : "s ") + String.join(", ", missing)
                    + ". A production realm has no default secret: set " + (missing.size() == 1 ? "it" : "them")
                    + " and start again.");
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> json = Files.newDirectoryStream(directory, "*.json")) {
                json.forEach(files::add);
            }
        }
        return files;
    }
}
