package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody clicks on the link of a mail while no application has pages of its own for it. */
@InHouse
@InChromium
class AccountLinksInBrowserTest {
    @Test
    void aRegistrationIsConfirmedWithItsPassword(House house, Browser browser) {
        String email = "clicks@register.example.test";
        house.adminPut("", Map.of("registrationAllowed", true));
        try {
            house.client("127.0.113.1")
                    .post(
                            "/auth/register",
                            Map.of(
                                    "email", email,
                                    "password", "a long enough passphrase",
                                    "first_name", "Some",
                                    "last_name", "Body"));
            Window phone = browser.open(Viewport.PHONE, "127.0.113.2");
            Page page = phone.page();
            page.navigate(house.inbox().linkAfter(0, email));
            looksRight(phone, "verify-email");
            page.locator("#password").fill("not the passphrase");
            page.keyboard().press("Enter");
            assertThat(page.locator("#input-error-password"))
                    .hasText("This is not the password that you registered with.");
            looksRight(phone, "verify-email-wrong");
            page.locator("#password").fill("a long enough passphrase");
            page.keyboard().press("Enter");
            assertThat(page.getByText("You can log in now.")).isVisible();
            looksRight(phone, "verify-email-done");
            page.navigate(house.realm() + "/verify-email?token=" + "A".repeat(43));
            assertThat(page.getByText("This link is not good any more")).isVisible();
            looksRight(phone, "verify-email-gone");
        } finally {
            house.adminPut("", Map.of("registrationAllowed", false));
        }
    }

    @Test
    void aForgottenPasswordIsReplaced(House house, Browser browser) {
        Person person = house.newPerson();
        house.client("127.0.113.3").post("/auth/forgot-password", Map.of("email", person.email()));
        Window desk = browser.open(Viewport.DESKTOP, "127.0.113.4");
        Page page = desk.page();
        page.navigate(house.inbox().linkAfter(0, person.email()));
        looksRight(desk, "reset-password");
        page.locator("#password").fill("a-new-password-1");
        page.keyboard().press("Enter");
        assertThat(page.getByText("You can log in with it now.")).isVisible();
        looksRight(desk, "reset-password-done");
    }

    private static void looksRight(Window window, String picture) {
        window.picture(picture);
        assertThat(window.accessibilityViolations()).isEmpty();
        assertThat(window.foreignRequests()).isEmpty();
    }
}
