package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.foundation.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmImportTest {
    @TempDir
    Path directory;

    private Home home;
    private RealmImport realms;

    @BeforeEach
    void shipRealms() throws IOException {
        home = new Home(directory);
        realms = new RealmImport(home);
        Files.createDirectories(home.realms("demo"));
        Files.createDirectories(home.realms("production"));
        Files.writeString(home.realms("demo").resolve("demo.json"), "{}");
        Files.writeString(home.realms("production").resolve("real.json"), "{\"secret\": \"${SECRET}\"}");
    }

    @Test
    void developmentBringsTheDemoRealmUnasked() throws IOException {
        assertThat(realms.prepare(Mode.DEVELOPMENT, false, name -> false)).isTrue();
        assertThat(home.imports().resolve("demo.json")).exists();
    }

    @Test
    void productionNeverFindsTheDemoRealmThatDevelopmentLeft() throws IOException {
        realms.prepare(Mode.DEVELOPMENT, false, name -> false);

        assertThat(realms.prepare(Mode.PRODUCTION, false, name -> false)).isFalse();
        assertThat(home.imports().resolve("demo.json")).doesNotExist();
    }

    @Test
    void productionRefusesASecretThatNobodySet() {
        assertThatThrownBy(() -> realms.prepare(Mode.PRODUCTION, true, name -> false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("SECRET");
    }

    @Test
    void productionImportsItsRealmWhenAskedAndComplete() throws IOException {
        assertThat(realms.prepare(Mode.PRODUCTION, true, "SECRET"::equals)).isTrue();
        assertThat(home.imports().resolve("real.json")).exists();
    }

    @Test
    void anOperatorsOwnRealmsAreImportedInsteadOfOurs() throws IOException {
        Files.createDirectories(home.imports());
        Files.writeString(home.imports().resolve("own.json"), "{}");

        assertThat(realms.prepare(Mode.PRODUCTION, true, name -> false)).isTrue();
        assertThat(home.imports().resolve("real.json")).doesNotExist();
    }
}
