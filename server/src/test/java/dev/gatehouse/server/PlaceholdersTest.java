package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    @Test
    void aVariableWithoutDefaultThatIsNotSetIsMissing() {
        assertThat(Placeholders.missing("{\"a\": \"${B_SECRET}\", \"b\": \"${A_URL}\"}", Set.of("A_URL")::contains))
                .containsExactly("B_SECRET");
    }

    @Test
    void aDefaultIsEnough() {
        assertThat(Placeholders.missing("${SMTP_PORT:587} ${NAME:}", name -> false))
                .isEmpty();
    }

    @Test
    void messageKeysOfKeycloakAreNoVariables() {
        assertThat(Placeholders.missing("${role_admin} ${client_account} ${authBaseUrl}", name -> false))
                .isEmpty();
    }
}
