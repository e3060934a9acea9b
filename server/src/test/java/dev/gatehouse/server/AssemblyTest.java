package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void buildParts() throws IOException {
        home = new Home(directory.resolve("gatehouse"));
        write("keycloak/version.txt", "Keycloak - Version 26.7.3");
        write("keycloak/lib/quarkus-run.jar", "runner");
        write("keycloak/lib/lib/main/one.jar", "one");
        write("keycloak/lib/quarkus/generated-bytecode.jar", "as shipped");
        write("keycloak/conf/keycloak.conf", "");
        write("bundle/mfa.jar", "mfa");
        write("realms/demo/demo.json", "{}");
        write("launcher.jar", "launcher");
    }

    @Test
    void thePartsComeTogether() throws IOException {
        assemble();

        assertThat(home.runner()).hasContent("runner");
        assertThat(home.providers().resolve("mfa.jar")).hasContent("mfa");
        assertThat(home.realms("demo").resolve("demo.json")).exists();
        assertThat(home.launcher()).hasContent("launcher");
    }

    @Test
    void dataBuildAndConfigurationOutliveTheNextAssembly() throws IOException {
        assemble();
        write("gatehouse/data/h2/database", "users");
        write("gatehouse/conf/keycloak.conf", "db=postgres");
        write("gatehouse/lib/quarkus/generated-bytecode.jar", "built");
        assemble();

        assertThat(directory.resolve("gatehouse/data/h2/database")).hasContent("users");
        assertThat(directory.resolve("gatehouse/conf/keycloak.conf")).hasContent("db=postgres");
        assertThat(directory.resolve("gatehouse/lib/quarkus/generated-bytecode.jar"))
                .hasContent("built");
    }

    @Test
    void aBuildStepDoesNotReachTheDistributionThatItWasLinkedFrom() throws IOException {
        assemble();
        write("gatehouse/lib/quarkus/generated-bytecode.jar", "built");

        assertThat(directory.resolve("keycloak/lib/quarkus/generated-bytecode.jar"))
                .hasContent("as shipped");
    }

    @Test
    void whatDidNotChangeIsNotTouchedAndWhatIsGoneGoes() throws IOException {
        assemble();
        write("gatehouse/providers/stale.jar", "stale");
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(home.providers().resolve("mfa.jar"), before);
        assemble();

        assertThat(Files.getLastModifiedTime(home.providers().resolve("mfa.jar")))
                .isEqualTo(before);
        assertThat(home.providers().resolve("stale.jar")).doesNotExist();
    }

    @Test
    void anotherKeycloakReplacesTheFirst() throws IOException {
        assemble();
        write("keycloak/version.txt", "Keycloak - Version 26.7.4");
        write("keycloak/lib/lib/main/two.jar", "two");
        Files.delete(directory.resolve("keycloak/lib/lib/main/one.jar"));
        assemble();

        assertThat(directory.resolve("gatehouse/lib/lib/main/two.jar")).exists();
        assertThat(directory.resolve("gatehouse/lib/lib/main/one.jar")).doesNotExist();
    }

    private void assemble() throws IOException {
        Assembly.assemble(
                directory.resolve("keycloak"),
                directory.resolve("bundle"),
                directory.resolve("realms"),
                directory.resolve("launcher.jar"),
                home);
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
