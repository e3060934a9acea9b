package dev.gatehouse.journeys.container;

import static org.assertj.core.api.Assertions.assertThat;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.utility.MountableFile;

/** What an operator does who has Keycloak in a container already: the bundle's jars, and nothing else of ours. */
@InDocker
class KeycloakImageTest {
    private static final String IMAGE = "quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version", "26.7.3");
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static KeycloakContainer keycloak;

    @BeforeAll
    static void start() throws IOException {
        keycloak = new KeycloakContainer(IMAGE)
                .withProviderLibsFrom(bundle())
                .withEnv("GATEHOUSE_MODE", "development")
                .withCopyFileToContainer(
                        MountableFile.forHostPath(SOURCES.resolve("realm-config/demo/demo-realm.json")),
                        "/opt/keycloak/data/import/demo-realm.json")
                .withCustomCommand("--import-realm");
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.stop();
    }

    private static List<File> bundle() throws IOException {
        try (Stream<Path> jars = Files.list(SOURCES.resolve("providers/bundle/target/providers"))) {
            return jars.map(Path::toFile).toList();
        }
    }

    @Test
    void aDemoUserIsAskedForTheSecondFactor() throws Exception {
        HttpResponse<String> answer = post(
                "/realms/demo/auth/login",
                "application/json",
                "{\"username\": \"alice\", \"password\": \"gatehouse-demo-1\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:gatehouse:problem:mfa-required");
    }

    @Test
    void theMasterRealmStaysAsKeycloakMadeIt() throws Exception {
        HttpResponse<String> login = post(
                "/realms/master/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                "grant_type=password&client_id=admin-cli&username=" + keycloak.getAdminUsername() + "&password="
                        + keycloak.getAdminPassword());
        HttpResponse<String> ours = post("/realms/master/auth/login", "application/json", "{}");

        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        assertThat(ours.statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> post(String path, String type, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.getAuthServerUrl() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
