package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.Mode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private final Home home = new Home(Path.of("home"));

    @Test
    void whateverIsGivenWins() {
        assertThat(defaults(Map.of("http-port", "8100", "db", "postgres"), Mode.PRODUCTION))
                .doesNotContainKeys("http-port", "db")
                .containsEntry("http-management-port", "9000");
    }

    @Test
    void aDatabaseInAFileNeedsNoCluster() {
        assertThat(defaults(Map.of(), Mode.PRODUCTION))
                .containsEntry("db", "dev-file")
                .containsEntry("cache", "local");
        assertThat(defaults(Map.of("db", "postgres"), Mode.PRODUCTION)).doesNotContainKey("cache");
    }

    @Test
    void onlyDevelopmentHasAnAdministratorWithAKnownPassword() {
        assertThat(defaults(Map.of(), Mode.DEVELOPMENT)).containsEntry("bootstrap-admin-password", "admin");
        assertThat(defaults(Map.of(), Mode.PRODUCTION)).doesNotContainKey("bootstrap-admin-password");
    }

    @Test
    void aGivenHostNameIsStrict() {
        assertThat(defaults(Map.of("hostname", "https://id.example.test"), Mode.PRODUCTION))
                .doesNotContainKey("hostname-strict");
    }

    private Map<String, String> defaults(Map<String, String> given, Mode mode) {
        return Defaults.missingFrom(GivenOptions.of(given), mode, home);
    }
}
