package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo realm's application, as a page that sends its visitors to log in and gets them back with a code. */
final class App {
    private static final String CALLBACK = "http://127.0.0.1/callback";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final House house;
    private final Client client;
    private final Page page;
    private final CodeVerifier verifier = new CodeVerifier();
    private final AtomicReference<String> callback = new AtomicReference<>();

    App(House house, Client client, Page page) {
        this.house = house;
        this.client = client;
        this.page = page;
        page.route(url -> url.startsWith(CALLBACK), route -> {
            callback.set(route.request().url());
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("back at the application"));
        });
    }

    /** Sends the visitor to log in. {@code more} are parameters such as {@code &prompt=none}. */
    void logIn(String scope, String more) {
        callback.set(null);
        page.navigate(house.realm() + "/protocol/openid-connect/auth?response_type=code&client_id=gatehouse-app"
                + "&redirect_uri=" + encode(CALLBACK) + "&scope=" + encode(scope) + "&code_challenge_method=S256"
                + "&code_challenge=" + CodeChallenge.compute(CodeChallengeMethod.S256, verifier) + more);
    }

    void isBack() {
        assertThat(page.getByText("back at the application")).isVisible();
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
                        CALLBACK,
                        "code",
                        code.group(1),
                        "code_verifier",
                        verifier.getValue()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
