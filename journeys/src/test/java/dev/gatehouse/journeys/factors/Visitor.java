package dev.gatehouse.journeys.factors;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * A browser as small as the pages allow: it keeps cookies, follows redirects and fills forms in. Where it leaves the server
 * for the application, it stops.
 */
final class Visitor {
    private static final String HOME = "http://127.0.0.1/callback";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int MOST_REDIRECTS = 12;

    private final Client client;
    private final String server;
    private final String realm;
    private final CodeVerifier verifier = new CodeVerifier();
    /** By path, then by name: two realms have cookies of the same names. */
    private final Map<String, Map<String, String>> cookies;

    private String clientId = "";
    private Document page = new Document("");
    private @Nullable String landed;

    /** Somebody at this address, who comes to the demo realm's pages with nothing. */
    static Visitor of(House house, String address) {
        return new Visitor(
                house.wholeServer(address), house.server().base().toString(), house.realm(), new HashMap<>());
    }

    private Visitor(Client client, String server, String realm, Map<String, Map<String, String>> cookies) {
        this.client = client;
        this.server = server;
        this.realm = realm;
        this.cookies = cookies;
    }

    /** Another tab of the same browser. */
    Visitor tab() {
        return new Visitor(client, server, realm, cookies);
    }

    /** Goes to log in for an application. {@code more} are parameters such as {@code &prompt=none}. */
    void authorize(String application, String more) {
        clientId = application;
        open(realm + "/protocol/openid-connect/auth?response_type=code&client_id=" + application + "&redirect_uri="
                + encode(HOME) + "&scope=openid&code_challenge_method=S256&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, verifier) + more);
    }

    void open(String url) {
        landed = null;
        follow(url, send("GET", url, null));
    }

    /** Follows the first link whose address contains this. */
    void click(String part) {
        Element link = page.selectFirst("a[href*=" + part + "]");
        open(Objects.requireNonNull(link, () -> "no link to " + part + " on " + page)
                .absUrl("href"));
    }

    boolean has(String field) {
        return page.selectFirst("[name=" + field + "]") != null;
    }

    /** What a field of the page holds. */
    String value(String field) {
        return page.select("[name=" + field + "]").val();
    }

    /** What the page says. */
    String text() {
        return landed == null ? page.title() + ": " + page.body().text() : "landed at " + landed;
    }

    /** Where the page's form goes. */
    String action() {
        return form(null).absUrl("action");
    }

    /** Presses a button by what it says. */
    void press(String words) {
        Element button = page.selectFirst("button:contains(" + words + ")");
        Objects.requireNonNull(button, () -> "no button " + words + " on " + text());
        submit(Map.of(button.attr("name"), button.val()));
    }

    /** Sends the form that has these fields, filled in so; a field that the form does not have is sent along. */
    void submit(Map<String, String> typed) {
        FormElement form = form(typed.keySet().iterator().next());
        Map<String, String> fields = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        fields.putAll(typed);
        post(form.absUrl("action"), fields);
    }

    void post(String url, Map<String, String> fields) {
        landed = null;
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        follow(url, send("POST", url, body));
    }

    /** The level of the tokens that the application gets, 0 if it gets none. */
    int level() {
        Matcher code = CODE.matcher(landed == null ? "" : landed);
        if (!code.find()) {
            return 0;
        }
        return Levels.of(client.form(
                realm.substring(server.length()) + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        HOME,
                        "code",
                        code.group(1),
                        "code_verifier",
                        verifier.getValue())));
    }

    private FormElement form(@Nullable String field) {
        for (FormElement form : page.select("form").forms()) {
            if (field == null || form.selectFirst("[name=" + field + "]") != null) {
                return form;
            }
        }
        throw new AssertionError("no form with " + field + " on " + text());
    }

    private void follow(String from, Answer first) {
        Answer answer = first;
        String at = from;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            if (answer.status() / 100 != 3) {
                page = Jsoup.parse(answer.body(), at);
                return;
            }
            at = URI.create(at).resolve(answer.header("Location").orElseThrow()).toString();
            if (!at.startsWith(server + "/")) {
                landed = at;
                return;
            }
            answer = send("GET", at, null);
        }
        throw new AssertionError("redirected in a circle, last to " + at);
    }

    private Answer send(String method, String url, @Nullable String body) {
        String path = URI.create(url).getRawPath();
        String sent = cookies.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .flatMap(each -> each.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        Answer answer = client.send(
                method,
                url.substring(server.length()),
                sent.isEmpty() ? Map.of() : Map.of("Cookie", sent),
                body,
                body == null ? null : "application/x-www-form-urlencoded");
        for (String header : answer.headers().getOrDefault("Set-Cookie", List.of())) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            Map<String, String> kept =
                    cookies.computeIfAbsent(Objects.requireNonNullElse(cookie.getPath(), "/"), key -> new HashMap<>());
            if (cookie.hasExpired()) {
                kept.remove(cookie.getName());
            } else {
                kept.put(cookie.getName(), cookie.getValue());
            }
        }
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
