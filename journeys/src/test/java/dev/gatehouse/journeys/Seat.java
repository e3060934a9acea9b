package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.util.List;

/** One person at one browser. */
record Seat(House house, Person person, Window window, App app) {
    static Seat of(House house, Browser browser, Viewport viewport, String address, Person person) {
        Window window = browser.open(viewport, address);
        return new Seat(house, person, window, new App(house, house.client(address), window.page()));
    }

    Page page() {
        return window.page();
    }

    void password(String more) {
        app.logIn("openid", more);
        if (page().locator("#username").isVisible()) {
            page().locator("#username").fill(person.username());
        }
        page().locator("#password").fill(person.password());
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    void masterPassword(String alias) {
        app.logIn("openid", "&kc_idp_hint=" + alias);
        page().locator("#username").fill("admin");
        page().locator("#password").fill("admin");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    Locator code() {
        return page().locator("input[autocomplete=one-time-code]");
    }

    Locator box() {
        return page().locator("#trust_device");
    }

    /** Logs in with the code that is mailed, and has the browser trusted. */
    void trust() {
        int before = house.inbox().messagesTo(person.email()).size();
        password("");
        assertThat(code()).isVisible();
        box().check();
        code().fill(house.inbox().codeAfter(before, person.email()));
        code().press("Enter");
        app.isBack();
        logOut();
    }

    /** The session ends; what the browser keeps stays. */
    void logOut() {
        assertThat(house.admin("POST", "/users/" + person.id() + "/logout", null)
                        .status())
                .isEqualTo(204);
    }

    List<Cookie> deviceCookies() {
        return page().context().cookies().stream()
                .filter(cookie -> cookie.name.startsWith(TrustedDeviceInBrowserTest.PREFIX))
                .toList();
    }

    String acr() {
        return app.tokens().claims("access_token").path("acr").asText();
    }
}
