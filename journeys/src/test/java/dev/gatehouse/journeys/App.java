package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo realm's application, as a page that sends its visitors to log in and gets them back with a code. */
final class App {
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final House house;
    private final Client client;
    private final Page page;
    private final String home;
    private final CodeVerifier verifier = new CodeVerifier();
    private final AtomicReference<String> callback = new AtomicReference<>();

    App(House house, Client client, Page page) {
        this.house = house;
        this.client = client;
        this.page = page;
        HttpServer server = serve();
        this.home = "http://127.0.0.1:" + server.getAddress().getPort() + "/callback";
        page.onClose(closed -> server.stop(0));
    }

    private HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/callback", exchange -> {
                callback.set(exchange.getRequestURI().toString());
                byte[] body = "back at the application".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the visitor to log in. {@code more} are parameters such as {@code &prompt=none}. */
    void logIn(String scope, String more) {
        callback.set(null);
        page.navigate(house.realm() + "/protocol/openid-connect/auth?response_type=code&client_id=gatehouse-app"
                + "&redirect_uri=" + encode(home) + "&scope=" + encode(scope) + "&code_challenge_method=S256"
                + "&code_challenge=" + CodeChallenge.compute(CodeChallengeMethod.S256, verifier) + more);
    }

    void isBack() {
        try {
            assertThat(page.getByText("back at the application")).isVisible();
        } catch (AssertionError failure) {
            throw new AssertionError("not back at the application, but at:\n" + page.innerText("body"), failure);
        }
    }

    /** Where the visitor came back to, with what the server says there. */
    String callback() {
        isBack();
        return String.valueOf(callback.get());
    }

    /** The tokens for the code that the visitor came back with. */
    Answer tokens() {
        Matcher code = CODE.matcher(callback());
        if (!code.find()) {
            throw new AssertionError("no code in " + callback);
        }
        return client.form(
                "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "gatehouse-app",
                        "redirect_uri",
                        home,
                        "code",
                        code.group(1),
                        "code_verifier",
                        verifier.getValue()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
