package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import org.junit.jupiter.api.Test;

/** Who forgot the password gets a new one by e-mail, and is no nearer to a session than before (OWASP ASVS 5.0 6.4.3). */
@InHouse
@InChromium
class PasswordResetInBrowserTest {
    private static final String NEW_PASSWORD = "a-new-password-1";

    @Test
    void aNewPasswordIsNoWayAroundTheSecondFactor(House house, Browser browser) {
        Person person = house.newPerson();
        Page page = browser.open(Viewport.PHONE, "127.0.74.1").page();
        App app = new App(house, house.client("127.0.74.1"), page);
        app.logIn("openid", "");
        page.getByText("Forgot Password?").click();
        page.locator("#username").fill(person.username());
        page.keyboard().press("Enter");
        assertThat(page.getByText("You should receive an email")).isVisible();

        page.navigate(house.inbox().linkAfter(0, person.email()));
        page.locator("#password-new").fill(NEW_PASSWORD);
        page.locator("#password-confirm").fill(NEW_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForLoadState();
        assertThat(page.getByText("back at the application")).hasCount(0);

        int before = house.inbox().messagesTo(person.email()).size();
        app.logIn("openid", "");
        assertThat(page.locator("#username")).isVisible();
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(NEW_PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        Locator code = page.locator("#code");
        assertThat(code).isVisible();
        code.fill(house.inbox().codeAfter(before, person.email()));
        code.press("Enter");
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("2");
    }
}
