package dev.gatehouse.realmconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmFilesTest {
    private static final String DEMO = "/realm-config/demo/demo-realm.json";
    private static final String PRODUCTION = "/realm-config/production/gatehouse-realm.json";

    @Test
    void bothRealmsRunTheSameFlows() {
        for (String part : List.of(
                "authenticationFlows",
                "authenticatorConfig",
                "requiredActions",
                "browserFlow",
                "directGrantFlow",
                "resetCredentialsFlow",
                "roles")) {
            assertThat(read(DEMO).get(part))
                    .as(part)
                    .isNotNull()
                    .isEqualTo(read(PRODUCTION).get(part));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DEMO, PRODUCTION})
    void gatehouseAndBruteForceDetectionAreOn(String file) {
        JsonNode realm = read(file);
        assertThat(realm.at("/attributes/gatehouse.enabled").asText()).isEqualTo("true");
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("quickLoginCheckMilliSeconds").asInt()).isZero();
    }

    @Test
    void noSecretOfTheProductionRealmIsWrittenDownOrHasADefault() {
        List<String> secrets = new ArrayList<>();
        eachText(read(PRODUCTION), (name, value) -> {
            if (name.equalsIgnoreCase("secret") || name.equalsIgnoreCase("password")) {
                secrets.add(value);
            }
        });
        assertThat(secrets).isNotEmpty().allMatch(value -> value.matches("\\$\\{GATEHOUSE_[A-Z_]+}"));
    }

    @Test
    void theProductionRealmHasNoPeople() {
        assertThat(read(PRODUCTION).get("users")).allMatch(user -> user.has("serviceAccountClientId"));
    }

    @Test
    void aPasswordResetEndsInALoginAndNotInASession() {
        assertThat(read(PRODUCTION)
                        .at("/authenticatorConfig/0/config/force-login")
                        .asText())
                .isEqualTo("true");
    }

    private static void eachText(JsonNode node, BiConsumer<String, String> reader) {
        node.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                reader.accept(field.getKey(), field.getValue().asText());
            }
            eachText(field.getValue(), reader);
        });
        if (node.isArray()) {
            node.forEach(element -> eachText(element, reader));
        }
    }

    private static JsonNode read(String file) {
        try (var stream = RealmFilesTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException failure) {
            throw new IllegalStateException(file, failure);
        }
    }
}
