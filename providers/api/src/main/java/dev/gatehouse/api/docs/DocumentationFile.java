package dev.gatehouse.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** One of the files that make up the page: a few of Swagger UI's, and our own. No other can be asked for. */
record DocumentationFile(String type, String content) {
    private static final String OWN = "/dev/gatehouse/api/docs/";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> TYPES = Map.of(
            "start.js", SCRIPT,
            "swagger-ui-bundle.js", SCRIPT,
            "oauth2-redirect.js", SCRIPT,
            "swagger-ui.css", "text/css;charset=UTF-8",
            "oauth2-redirect.html", "text/html;charset=UTF-8");

    static Optional<DocumentationFile> named(String name) {
        String type = TYPES.get(name);
        if (type == null) {
            return Optional.empty();
        }
        return Optional.of(
                new DocumentationFile(type, read(name.equals("start.js") ? OWN + name : swaggerUi() + name)));
    }

    /** @param clientId of which the page's script learns */
    static String page(String clientId) {
        return read(OWN + "page.html").replace("CLIENT_ID", escaped(clientId));
    }

    private static String swaggerUi() {
        return "/META-INF/resources/webjars/swagger-ui/" + Version.VALUE + "/";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static String read(String resource) {
        try (InputStream stream = DocumentationFile.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stands in the WebJar itself. */
    private static final class Version {
        private static final String VALUE = read();

        private static String read() {
            Properties properties = new Properties();
            try (InputStream stream = DocumentationFile.class.getResourceAsStream(
                    "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
                properties.load(Objects.requireNonNull(stream));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return properties.getProperty("version");
        }
    }
}
