package dev.gatehouse.journeys.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fixture itself, against a page that tells who asked for it. */
@InChromium
class BrowserTest {

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var page = """
                    <!doctype html><html lang="en"><head><title>Who</title>
                    <link rel="stylesheet" href="http://fonts.example.test/font.css"></head>
                    <body><main><h1>%s asks %s</h1>%s</main></body></html>
                    """.formatted(
                            exchange.getRemoteAddress().getAddress().getHostAddress(),
                            exchange.getRequestHeaders().getFirst("Host"),
                            exchange.getRequestURI().getPath().equals("/unlabelled") ? "<input>" : "");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.getBytes(UTF_8).length);
            exchange.getResponseBody().write(page.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void eachWindowComesFromItsOwnAddressAndKeepsTheHostItAskedFor(Browser browser) {
        var host = "localhost:" + server.getAddress().getPort();
        var phone = browser.open(Viewport.PHONE, "127.0.0.7");
        var desktop = browser.open(Viewport.DESKTOP, "127.0.0.8");

        phone.page().navigate("http://" + host + "/");
        desktop.page().navigate("http://" + host + "/");

        assertThat(phone.page().locator("h1").textContent()).isEqualTo("127.0.0.7 asks " + host);
        assertThat(desktop.page().locator("h1").textContent()).isEqualTo("127.0.0.8 asks " + host);
    }

    @Test
    void noOtherHostIsReached(Browser browser) {
        var window = browser.open(Viewport.PHONE, "127.0.0.7");

        window.page().navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");

        assertThat(window.foreignRequests()).containsExactly("fonts.example.test:80");
    }

    @Test
    void aPictureHasTheWidthOfTheWindow(Browser browser) throws IOException {
        var window = browser.open(Viewport.PHONE, "127.0.0.7");

        window.page().navigate("http://localhost:" + server.getAddress().getPort() + "/");

        var picture = ImageIO.read(window.picture("page").toFile());
        assertThat(picture.getWidth()).isEqualTo(Viewport.PHONE.width());
    }

    @Test
    void aFieldWithoutALabelIsAViolation(Browser browser) {
        var window = browser.open(Viewport.PHONE, "127.0.0.7");
        var page = "http://localhost:" + server.getAddress().getPort();

        window.page().navigate(page + "/");
        assertThat(window.accessibilityViolations()).isEmpty();

        window.page().navigate(page + "/unlabelled");
        assertThat(window.accessibilityViolations()).singleElement().asString().startsWith("label: ");
    }
}
