package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildTimeOptionsTest {
    private final BuildTimeOptions options = BuildTimeOptions.of(
            Map.of("db", true, "http-port", false, "db-kind-<datasource>", true, "db-url-full-<datasource>", false));

    @Test
    void anOptionIsWhatKeycloakSaysItIs() {
        assertThat(options.contains("db")).isTrue();
        assertThat(options.contains("http-port")).isFalse();
    }

    @Test
    void anOptionWithAVariablePartIsRecognised() {
        assertThat(options.contains("db-kind-users")).isTrue();
        assertThat(options.contains("db-url-full-users")).isFalse();
    }

    @Test
    void theChoiceOfAProviderIsBuiltIn() {
        assertThat(options.contains("spi-sms--gateway--enabled")).isTrue();
        assertThat(options.contains("spi-email-provider")).isTrue();
        assertThat(options.contains("spi-sms--gateway--url")).isFalse();
    }

    @Test
    void whatNobodyKnowsIsNotBuiltIn() {
        assertThat(options.contains("no-such-option")).isFalse();
    }
}
