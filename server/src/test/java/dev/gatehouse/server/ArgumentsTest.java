package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void ourSettingsAreToldFromKeycloaksOptions() {
        Arguments arguments =
                Arguments.parse(List.of("--gatehouse.mode=development", "--http-port=8100", "--import-realm"));

        assertThat(arguments.settings()).containsExactly(Map.entry("gatehouse.mode", "development"));
        assertThat(arguments.options()).containsExactly(Map.entry("http-port", "8100"));
        assertThat(arguments.flags()).containsExactly("--import-realm");
    }

    @Test
    void aValueMayFollowItsKeyAndMayHoldAnEqualsSign() {
        Arguments arguments = Arguments.parse(List.of("--db", "postgres", "--db-url=jdbc:postgresql://h/d?a=b"));

        assertThat(arguments.options())
                .containsEntry("db", "postgres")
                .containsEntry("db-url", "jdbc:postgresql://h/d?a=b");
    }

    @Test
    void theShortNameOfTheConfigurationFileIsKnown() {
        assertThat(Arguments.parse(List.of("-cf", "my.conf")).options()).containsEntry("config-file", "my.conf");
    }

    @Test
    void aCommandIsRefusedWithAWordWhereItBelongs() {
        assertThatThrownBy(() -> Arguments.parse(List.of("export")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("export")
                .hasMessageContaining("bin/kc.sh");
    }

    @Test
    void anOptionWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--http-port")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--http-port=");
    }
}
