package dev.gatehouse.journeys.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.ExchangeCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An operator copies the bundle into Keycloak's providers directory, and a pipeline imports our realms. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundleInPlainKeycloakTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path DISTRIBUTION =
            REPOSITORY.resolve("server/target/keycloak/keycloak-" + System.getProperty("keycloak.server.version"));
    private static final Path BUNDLE = REPOSITORY.resolve("providers/bundle/target/providers");
    private static final Path DEMO = REPOSITORY.resolve("realm-config/demo/demo-realm.json");
    private static final Path PRODUCTION = REPOSITORY.resolve("realm-config/production/gatehouse-realm.json");
    private static final Map<String, String> PRODUCTION_SECRETS = Map.of(
            "GATEHOUSE_APP_URL", "https://app.example.test",
            "GATEHOUSE_SERVICE_SECRET", "a-secret-of-the-test",
            "GATEHOUSE_SMTP_HOST", "smtp.example.test",
            "GATEHOUSE_SMTP_FROM", "login@example.test",
            "GATEHOUSE_SMTP_USER", "login",
            "GATEHOUSE_SMTP_PASSWORD", "another-secret-of-the-test");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static PlainKeycloak keycloak;

    @BeforeAll
    static void dropTheBundleIn() {
        keycloak = PlainKeycloak.withBundle(DISTRIBUTION, BUNDLE, directory.resolve("keycloak"));
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    @Order(1)
    void aProductionRealmWithoutItsSecretsIsNotImportedAndTheMissingOneIsNamed() {
        Map<String, String> incomplete = new HashMap<>(PRODUCTION_SECRETS);
        incomplete.remove("GATEHOUSE_SERVICE_SECRET");

        String said = keycloak.run(incomplete, 1, "import", "--optimized", "--file=" + PRODUCTION);

        assertThat(said).contains("GATEHOUSE_SERVICE_SECRET");
        assertThat(said).doesNotContain("another-secret-of-the-test");
    }

    @Test
    @Order(2)
    void theDemoRealmIsRefusedInProduction() {
        String said = keycloak.run(Map.of(), 1, "import", "--optimized", "--file=" + DEMO);

        assertThat(said).contains("gatehouse.mode");
    }

    /** Both at once: each command is a start of Keycloak. */
    @Test
    @Order(3)
    void bothRealmsAndWhatAnOrganizationAddsSurviveImportAndExport() throws IOException {
        Map<String, String> environment = new HashMap<>(PRODUCTION_SECRETS);
        environment.put("GATEHOUSE_MODE", "development");
        Path realms = Files.createDirectory(directory.resolve("realms"));
        Files.copy(PRODUCTION, realms.resolve("gatehouse-realm.json"));
        Files.writeString(realms.resolve("demo-realm.json"), demoWithMore().toString());

        keycloak.run(environment, 0, "import", "--optimized", "--dir=" + realms);
        Path exported = directory.resolve("exported");
        keycloak.run(environment, 0, "export", "--optimized", "--dir=" + exported, "--users=realm_file");

        for (String file : List.of("gatehouse-realm.json", "demo-realm.json")) {
            assertNothingLost(realms.resolve(file), exported.resolve(file), environment);
        }
    }

    private static ObjectNode demoWithMore() throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(DEMO.toFile());
        ObjectNode acme = (ObjectNode) realm.get("organizations").get(0);
        acme.withArray("groups")
                .addObject()
                .put("id", "00000000-0000-4000-8000-0000000000aa")
                .put("name", "approver")
                .set(
                        "attributes",
                        JSON.createObjectNode()
                                .<ObjectNode>set(
                                        "gatehouse.role", JSON.createArrayNode().add("approver"))
                                .<ObjectNode>set(
                                        "gatehouse.description",
                                        JSON.createArrayNode().add("Approves invoices"))
                                .set(
                                        "gatehouse.permission",
                                        JSON.createArrayNode()
                                                .add("invoice:approve")
                                                .add("organization:read")));
        ((ArrayNode) acme.at("/members/1/groups")).add("00000000-0000-4000-8000-0000000000aa");
        acme.set(
                "attributes",
                JSON.createObjectNode().set("tier", JSON.createArrayNode().add("gold")));
        return realm;
    }

    @Test
    @Order(4)
    void aServerWithNothingConfiguredLeavesOtherRealmsAsTheyWere() throws IOException {
        removeDemo();
        URI server = keycloak.start();
        try (Client master = new Client(URI.create(server + "/realms/master"), "127.0.7.1", ExchangeCheck.NONE);
                Client admin = new Client(server, "127.0.7.1", ExchangeCheck.NONE)) {
            String token = token(master);
            assertThat(admin.json(
                                    "POST",
                                    "/admin/realms",
                                    Map.of("realm", "ordinary", "enabled", true, "organizationsEnabled", true),
                                    token)
                            .status())
                    .isEqualTo(201);
            for (String realm : List.of("master", "ordinary")) {
                for (String operation : List.of("/auth/login", "/mfa/challenge", "/mfa/verify", "/organizations")) {
                    Answer answer = admin.post("/realms/" + realm + operation, Map.of("username", "admin"));
                    assertThat(answer.status()).as(realm + operation).isEqualTo(404);
                }
                assertThat(admin.get("/realms/" + realm + "/auth/openapi.json").status())
                        .isEqualTo(404);
                assertThat(admin.get("/realms/" + realm + "/dev/inbox").status())
                        .isEqualTo(404);
                JsonNode flows = admin.get("/admin/realms/" + realm + "/authentication/flows", token)
                        .json();
                assertThat(flows.toString())
                        .contains("\"browser\"")
                        .doesNotContain("email-otp", "second-factor-direct-grant");
            }
            for (int request = 0; request < 150; request++) {
                Answer answer = admin.form(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of("grant_type", "client_credentials", "client_id", "nobody"));
                assertThat(answer.status()).isNotEqualTo(429);
                assertThat(answer.header("RateLimit")).isEmpty();
            }
            assertThat(admin.get("/dev/inbox").status()).isEqualTo(404);
        }
        assertThat(keycloak.log()).doesNotContain("Exception");
    }

    private static String token(Client master) {
        return master.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", PlainKeycloak.ADMIN.get("KC_BOOTSTRAP_ADMIN_PASSWORD")))
                .text("access_token");
    }

    /** A production server does not start over a demonstration. */
    private static void removeDemo() throws IOException {
        try (var files = Files.list(directory.resolve("keycloak/data/h2"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
    }

    private static void assertNothingLost(Path file, Path exported, Map<String, String> environment)
            throws IOException {
        String filled = Files.readString(file);
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            filled = filled.replaceAll("\\$\\{" + variable.getKey() + "(:[^}]*)?}", variable.getValue());
        }
        filled = filled.replaceAll("\\$\\{[A-Z_,]+:([^}]*)}", "$1");
        List<String> lost = new ArrayList<>();
        compare("", JSON.readTree(filled), JSON.readTree(exported.toFile()), lost);
        assertThat(lost)
                .as("what " + file.getFileName() + " lost between import and export")
                .isEmpty();
    }

    /** Everything we wrote has to be there; what Keycloak adds is its own affair. */
    private static void compare(String place, JsonNode written, JsonNode exported, List<String> lost) {
        if (written.isObject()) {
            written.properties().forEach(field -> {
                String name = field.getKey();
                JsonNode there = exported.path(name);
                if (isKeptSecretOrHashed(place, name, written)) {
                    return;
                }
                compare(place + "/" + name, field.getValue(), there, lost);
            });
        } else if (written.isArray()) {
            for (JsonNode element : written) {
                JsonNode there = element.isValueNode() ? find(exported, element) : named(exported, element);
                if (there == null) {
                    lost.add(place + ": " + element);
                } else if (!element.isValueNode()) {
                    compare(place + "[" + name(element) + "]", element, there, lost);
                }
            }
        } else if (!written.asText().equals(exported.asText())) {
            lost.add(place + ": wrote " + written + ", exported " + exported);
        }
    }

    private static boolean isKeptSecretOrHashed(String place, String name, JsonNode written) {
        return (name.equals("value") && "password".equals(written.path("type").asText()))
                || (place.endsWith("[password]") && !name.equals("type"));
    }

    private static @Nullable JsonNode find(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (element.equals(value)) {
                return element;
            }
        }
        return null;
    }

    private static @Nullable JsonNode named(JsonNode array, JsonNode like) {
        for (JsonNode element : array) {
            if (!name(like).isEmpty() && name(like).equals(name(element))) {
                return element;
            }
        }
        return null;
    }

    private static String name(JsonNode element) {
        for (String field : List.of("username", "clientId", "alias", "flowAlias", "authenticator", "name", "type")) {
            if (element.hasNonNull(field)) {
                return element.get(field).asText();
            }
        }
        return "";
    }
}
