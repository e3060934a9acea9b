package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInputsTest {
    private static final BuildTimeOptions BUILT_IN = BuildTimeOptions.of(Map.of("db", true, "http-port", false));

    @TempDir
    Path directory;

    private Home home;

    @BeforeEach
    void assemble() throws IOException {
        home = new Home(directory);
        Files.writeString(directory.resolve("version.txt"), "Keycloak - Version 26.7.3\n");
        Files.createDirectories(home.providers());
        Files.writeString(home.providers().resolve("a.jar"), "one");
    }

    @Test
    void theSameContentAtAnotherTimeIsTheSame() throws IOException {
        BuildInputs before = inputs(Map.of("db", "postgres"));
        Files.setLastModifiedTime(home.providers().resolve("a.jar"), FileTime.fromMillis(0));

        assertThat(inputs(Map.of("db", "postgres")).differences(before)).isEmpty();
    }

    @Test
    void aChangedAnAddedAndARemovedJarAreNamed() throws IOException {
        Files.writeString(home.providers().resolve("b.jar"), "two");
        BuildInputs before = inputs(Map.of());
        Files.writeString(home.providers().resolve("a.jar"), "changed");
        Files.delete(home.providers().resolve("b.jar"));
        Files.writeString(home.providers().resolve("c.jar"), "new");

        assertThat(inputs(Map.of()).differences(before))
                .containsExactly("providers/a.jar", "providers/b.jar", "providers/c.jar");
    }

    @Test
    void anOptionOfTheRunningServerIsNoInputAndABuiltInOneIs() throws IOException {
        BuildInputs before = inputs(Map.of("db", "dev-file", "http-port", "1"));

        assertThat(inputs(Map.of("db", "dev-file", "http-port", "2")).differences(before))
                .isEmpty();
        assertThat(inputs(Map.of("db", "postgres", "http-port", "1")).differences(before))
                .containsExactly("--db");
    }

    @Test
    void anotherKeycloakIsAnotherInput() throws IOException {
        BuildInputs before = inputs(Map.of());
        Files.writeString(directory.resolve("version.txt"), "Keycloak - Version 26.7.4\n");

        assertThat(inputs(Map.of()).differences(before)).containsExactly("keycloak");
    }

    @Test
    void aValueThatRefersToTheEnvironmentChangesWithItAndIsNotWrittenDown() throws IOException {
        GivenOptions options = GivenOptions.of(Map.of("db", "${VENDOR}"));
        BuildInputs before = BuildInputs.of(home, options, BUILT_IN, name -> "postgres");

        assertThat(BuildInputs.of(home, options, BUILT_IN, name -> "mariadb").differences(before))
                .containsExactly("--db");
        assertThat(before.entries().get("--db")).doesNotContain("postgres");
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Path file = directory.resolve("inputs");
        BuildInputs written = inputs(Map.of("db", "a=b"));
        written.write(file);

        assertThat(BuildInputs.read(file).differences(written)).isEmpty();
        assertThat(BuildInputs.read(directory.resolve("absent")).entries()).isEmpty();
    }

    private BuildInputs inputs(Map<String, String> options) throws IOException {
        return BuildInputs.of(home, GivenOptions.of(options), BUILT_IN, name -> null);
    }
}
