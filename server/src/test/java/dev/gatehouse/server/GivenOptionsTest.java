package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenOptionsTest {
    @TempDir
    Path configuration;

    @Test
    void theCommandLineWinsOverTheEnvironmentOverSystemPropertiesOverTheFile() throws IOException {
        Files.writeString(
                configuration.resolve("keycloak.conf"), "db=file\nhttp-port=1\nhostname=file\nlog-level=file\n");
        Properties system = new Properties();
        system.setProperty("kc.http-port", "2");
        system.setProperty("kc.hostname", "system");
        system.setProperty("kc.db", "system");

        GivenOptions options = GivenOptions.read(
                Map.of("db", "line"), Map.of("KC_DB", "env", "KC_HOSTNAME", "env"), system, configuration);

        assertThat(options.value("db")).hasValue("line");
        assertThat(options.value("hostname")).hasValue("env");
        assertThat(options.number("http-port", 0)).isEqualTo(2);
        assertThat(options.value("log-level")).hasValue("file");
    }

    @Test
    void anotherConfigurationFileReplacesTheUsualOne() throws IOException {
        Files.writeString(configuration.resolve("keycloak.conf"), "db=usual\n");
        Path other = Files.writeString(configuration.resolve("other.conf"), "db=other\n");

        GivenOptions options = GivenOptions.read(
                Map.of(), Map.of("KC_CONFIG_FILE", other.toString()), new Properties(), configuration);

        assertThat(options.value("db")).hasValue("other");
    }

    @Test
    void anEnvironmentVariableMayNameItsKey() throws IOException {
        GivenOptions options = GivenOptions.read(
                Map.of(),
                Map.of("KC_LEVEL", "debug", "KCKEY_LEVEL", "log-level-org.h2", "KCRAW_DB_PASSWORD", "a$b"),
                new Properties(),
                configuration);

        assertThat(options.value("log-level-org.h2")).hasValue("debug");
        assertThat(options.value("db-password")).hasValue("a$b");
    }

    @Test
    void aDefaultFillsOnlyWhatWasNotGiven() {
        GivenOptions options = GivenOptions.of(Map.of("db", "postgres")).orElse(Map.of("db", "dev-file", "cache", "x"));

        assertThat(options.value("db")).hasValue("postgres");
        assertThat(options.value("cache")).hasValue("x");
    }

    @Test
    void aNumberThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> GivenOptions.of(Map.of("http-port", "many")).number("http-port", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--http-port");
    }
}
