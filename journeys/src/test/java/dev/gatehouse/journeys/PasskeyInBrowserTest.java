package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import org.junit.jupiter.api.Test;

/** Somebody gets a passkey, logs in with it, and does without it. */
@InHouse
@InChromium
class PasskeyInBrowserTest {

    @Test
    void aPasskeyIsSetUpReachesTheHighestLevelAndCanBeDoneWithout(House house, Browser browser) {
        Person person = house.newPerson();
        Window window = browser.open(Viewport.PHONE, "127.0.75.1");
        Page page = window.page();
        App app = new App(house, house.client("127.0.75.1"), page);
        plugSecurityKeyIn(page);
        page.onDialog(dialog -> dialog.accept("Key on my ring"));

        app.logIn("openid", "&kc_action=webauthn-register");
        page.locator("#username").fill(person.username());
        enterPassword(page, person);
        codeField(page).fill(house.inbox().codeAfter(0, person.email()));
        codeField(page).press("Enter");
        Locator register = page.locator("#registerWebAuthn");
        assertThat(register).isVisible();
        looksRight(window, "passkey-enrolment");
        register.click();
        app.isBack();
        assertThat(house.adminGet("/users/" + person.id() + "/credentials").body())
                .as("what the admin console shows")
                .contains("\"webauthn\"", "Key on my ring");

        // A code that this browser is sent now and does not use is still good at its next login.
        int before = house.inbox().messagesTo(person.email()).size();
        app.logIn("openid", "&acr_values=4&prompt=none");
        assertThat(app.callback()).contains("error=").doesNotContain("code=");
        app.logIn("openid", "&acr_values=4");
        Locator authenticate = passkey(page);
        looksRight(window, "passkey");
        authenticate.click();
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("4");

        app.logIn("openid", "&prompt=login");
        enterPassword(page, person);
        passkey(page);
        choose(page, "E-mail code");
        codeField(page).fill(house.inbox().codeAfter(before, person.email()));
        codeField(page).press("Enter");
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("2");

        app.logIn("openid", "&prompt=login");
        enterPassword(page, person);
        passkey(page).click();
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("4");
    }

    /** One that is touched by itself. */
    private static void plugSecurityKeyIn(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject request = new JsonObject();
        request.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", request);
    }

    /** The button that asks for the passkey, whichever factor the page begins with. */
    private static Locator passkey(Page page) {
        Locator button = page.locator("#authenticateWebAuthnButton");
        assertThat(button.or(codeField(page)).first()).isVisible();
        if (!button.isVisible()) {
            choose(page, "Passkey");
        }
        assertThat(button).isVisible();
        return button;
    }

    private static void choose(Page page, String name) {
        page.locator("#try-another-way").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void enterPassword(Page page, Person person) {
        page.locator("#password").fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    private static Locator codeField(Page page) {
        return page.locator("#code");
    }

    private static void looksRight(Window window, String picture) {
        window.picture(picture);
        assertThat(window.accessibilityViolations()).isEmpty();
    }
}
