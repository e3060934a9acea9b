package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody opens the account console and is asked for the code from the e-mail. */
@InHouse
@InChromium
class LoginInBrowserTest {
    @Test
    void theCodeFromTheInboxOpensTheAccountConsole(House house, Browser browser) {
        int before = house.inbox().messagesTo("alice@example.test").size();
        Window desktop = browser.open(Viewport.DESKTOP, "127.0.4.1");
        Page page = desktop.page();

        page.navigate(house.realm() + "/account");
        assertThat(page.locator("#username")).isVisible();
        desktop.picture("login");
        assertThat(desktop.accessibilityViolations()).isEmpty();
        enterPassword(page, "alice", "gatehouse-demo-1");

        assertThat(codeField(page)).isVisible();
        assertThat(codeField(page)).isFocused();
        desktop.picture("email-code");
        assertThat(desktop.accessibilityViolations()).isEmpty();

        codeField(page).fill(house.inbox().codeAfter(before, "alice@example.test"));
        codeField(page).press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/realms/demo/account.*"));
        assertThat(page.getByText("Personal info").first()).isVisible();
        desktop.picture("account-console");
        assertThat(desktop.foreignRequests()).isEmpty();
    }

    @Test
    void fiveWrongCodesOnAPhoneEndTheCodeAndRaiseTheFailureCount(House house, Browser browser) {
        Person person = house.newPerson();
        Window phone = browser.open(Viewport.PHONE, "127.0.4.2");
        Page page = phone.page();
        page.navigate(house.realm() + "/account");
        enterPassword(page, person.username(), person.password());
        assertThat(codeField(page)).isVisible();
        phone.picture("email-code-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing to scroll sideways for")
                .isEqualTo(Viewport.PHONE.width());
        String code = house.inbox().codeAfter(0, person.email());

        page.reload();
        assertThat(codeField(page)).isVisible();
        for (int guess = 1; guess <= 5; guess++) {
            codeField(page).fill(String.format("%06d", (Integer.parseInt(code) + guess) % 1_000_000));
            codeField(page).press("Enter");
            if (guess == 1) {
                assertThat(codeField(page)).hasAttribute("aria-invalid", "true");
                phone.picture("email-code-phone-wrong");
                assertThat(phone.accessibilityViolations()).isEmpty();
            }
        }
        phone.picture("email-code-phone-ended");

        if (codeField(page).isVisible()) {
            codeField(page).fill(code);
            codeField(page).press("Enter");
        }
        assertThat(page.url()).as("the right code after five wrong ones").doesNotContain("/account#");
        assertThat(page.getByText("Personal info")).hasCount(0);
        assertThat(house.failures(person)).isGreaterThanOrEqualTo(5);
        assertThat(house.inbox().messagesTo(person.email()))
                .as("a reload sends nothing again")
                .hasSize(1);
    }

    private static void enterPassword(Page page, String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    private static com.microsoft.playwright.Locator codeField(Page page) {
        return page.locator("input[autocomplete=one-time-code]");
    }
}
