package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The owner of an account is told of what becomes of its second factors, whoever did it. */
@InHouse
@InChromium
class FactorNoticeTest {
    private static final Map<String, Object> EMAIL_FACTOR =
            Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}");

    @Test
    void anAdministratorsResetIsAMailAndAnEvent(House house) {
        Authenticator authenticator = Authenticator.of("a secret to be reset");
        Person person = house.newPerson(List.of(authenticator.credential()));
        house.adminPut(
                "/users/" + person.id(),
                Map.of("email", person.email(), "attributes", Map.of("locale", List.of("de"))));
        String id = credential(house, person, "otp");

        assertThat(house.admin("DELETE", "/users/" + person.id() + "/credentials/" + id, null)
                        .status())
                .isEqualTo(204);

        JsonNode mail = newest(house, person, 1);
        assertThat(mail.path("subject").asText()).isEqualTo("Ihre zweiten Faktoren haben sich geändert");
        assertThat(mail.path("text").asText())
                .contains("Administration")
                .contains("Authentifizierungs")
                .doesNotContain(authenticator.secret(), id, "Phone");
        house.admin("DELETE", "/users/" + person.id() + "/credentials/" + credential(house, person, "password"), null);
        assertStays(house, person, 1);
    }

    @Test
    void theOwnersOwnChangesAreAMailEachAndTheAccountConsoleForgetsDevices(House house, Browser browser) {
        Authenticator authenticator = Authenticator.of("a secret of the owner");
        Person person = house.newPerson(List.of(authenticator.credential(), EMAIL_FACTOR));
        Window window = browser.open(Viewport.DESKTOP, "127.0.43.1");
        Page page = window.page();
        page.navigate(house.realm() + "/account/account-security/signing-in");
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(person.password());
        signIn(page);
        page.locator("#trust_device").check();
        // The strongest factor at once: Keycloak asks for it before it removes one.
        page.locator("#otp").fill(authenticator.code());
        page.locator("#otp").press("Enter");
        assertThat(page.getByText("Trusted device").first()).isVisible();
        window.picture("account-console-devices");
        JsonNode trusted = newest(house, person, 1);
        assertThat(trusted.path("subject").asText()).isEqualTo("A device is now trusted with your account");
        assertThat(trusted.path("text").asText()).contains("127.0.43.1").contains("Chrom");

        page.locator("[data-testid='otp/credential-list']")
                .getByText("Delete")
                .first()
                .click();
        confirm(page);
        JsonNode removed = newest(house, person, 2);
        assertThat(removed.path("subject").asText()).isEqualTo("Your second factors have changed");
        assertThat(removed.path("text").asText())
                .contains("Authenticator app")
                .contains("127.0.43.1")
                .doesNotContain("Phone");

        page.locator("[data-testid='trusted-device/credential-list']")
                .getByText("Delete")
                .first()
                .click();
        confirm(page);
        assertThat(page.getByText("Basic authentication")).isVisible();
        assertThat(house.adminGet("/users/" + person.id() + "/credentials").body())
                .doesNotContain("trusted-device");
        assertThat(newest(house, person, 3).path("subject").asText())
                .isEqualTo("A device is no longer trusted with your account");
        assertStays(house, person, 3);
    }

    @Test
    void anotherNameAndAForgottenDeviceAreAMailEach(House house) {
        Person person = house.newPerson();
        Client app = house.client("127.0.43.2");
        Answer due = app.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        String method = due.text("/methods/0/id");
        Answer challenge = app.post("/mfa/challenge", Map.of("mfa_token", due.text("mfa_token"), "method_id", method));
        Answer tokens = app.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", due.text("mfa_token"),
                        "challenge_id", challenge.text("challenge_id"),
                        "code", house.inbox().codeAfter(0, person.email()),
                        "trust_device", true));
        String bearer = tokens.text("access_token");
        newest(house, person, 2);

        String path = "/mfa/methods/" + method;
        assertThat(app.json("PATCH", path, Map.of("label", "At work"), bearer).status())
                .isEqualTo(200);
        JsonNode renamed = newest(house, person, 3);
        assertThat(renamed.path("subject").asText()).isEqualTo("Your second factors have changed");
        assertThat(renamed.path("text").asText())
                .contains("has another name now", "Code by e-mail", "127.0.43.2")
                .doesNotContain("At work");
        assertThat(app.json("PATCH", path, Map.of("label", "At home", "default", true), bearer)
                        .status())
                .isEqualTo(200);
        newest(house, person, 4);
        assertThat(app.json("PATCH", path, Map.of("default", false), bearer).status())
                .isEqualTo(400);

        String device = app.get("/mfa/trusted-devices", bearer).text("/items/0/id");
        assertThat(delete(app, "/mfa/trusted-devices/" + device, bearer)).isEqualTo(204);
        JsonNode forgotten = newest(house, person, 5);
        assertThat(forgotten.path("subject").asText()).isEqualTo("A device is no longer trusted with your account");
        assertThat(forgotten.path("text").asText()).contains("127.0.43.2");
        assertThat(delete(app, "/mfa/trusted-devices/" + device, bearer)).isEqualTo(404);
        assertThat(delete(app, "/mfa/trusted-devices", bearer))
                .as("none is left")
                .isEqualTo(204);
        assertStays(house, person, 5);
    }

    private static int delete(Client app, String path, String bearer) {
        return app.send("DELETE", path, Map.of("Authorization", "Bearer " + bearer), null, null)
                .status();
    }

    private static void signIn(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    private static void confirm(Page page) {
        page.locator("#kc-accept").click();
    }

    private static String credential(House house, Person person, String type) {
        return house.adminGet("/users/" + person.id() + "/credentials").json().findParents("type").stream()
                .filter(credential -> credential.path("type").asText().equals(type))
                .map(credential -> credential.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode newest(House house, Person person, int messages) {
        await("mail number " + messages)
                .atMost(Duration.ofSeconds(30))
                .until(() -> house.inbox().messagesTo(person.email()).size() >= messages);
        return house.inbox().messagesTo(person.email()).get(0);
    }

    private static void assertStays(House house, Person person, int messages) {
        await("no more mail")
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> house.inbox().messagesTo(person.email()).size() == messages);
    }
}
