package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody wants to be rid of a second factor. */
@InHouse
@InChromium
class FactorRemovalInBrowserTest {
    private static final Map<String, Object> EMAIL_FACTOR =
            Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}");

    @Test
    void theLastFactorThatAPolicyAsksForStaysAndAnAdministratorMayRemoveIt(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.44.1");
        Authenticator authenticator = Authenticator.of("a secret that stays on");
        Person member = house.newPerson(List.of(authenticator.credential(), EMAIL_FACTOR));
        customer.add(member);
        customer.policies(Map.of("mfa", Map.of("required", true)));
        Window window = browser.open(Viewport.PHONE, "127.0.44.2");
        Page page = window.page();
        App app = new App(house, house.client("127.0.44.2"), page);
        app.logIn("openid", "");
        page.locator("#username").fill(member.username());
        page.locator("#password").fill(member.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
        Locator code = page.locator("#otp");
        assertThat(code).isVisible();
        // The strongest factor at once: Keycloak asks for it before it removes one.
        code.fill(authenticator.code());
        code.press("Enter");
        app.isBack();

        app.logIn("openid", "&kc_action=delete_credential:" + credential(house, member, "otp"));
        page.locator("#kc-accept").click();
        app.isBack();
        assertThat(types(house, member)).doesNotContain("otp");

        String last = credential(house, member, "email-otp");
        app.logIn("openid", "&kc_action=delete_credential:" + last);
        assertThat(page.getByText("Set up another before you remove it")).isVisible();
        assertThat(page.locator("#kc-accept")).hasCount(0);
        window.picture("factor-needed-phone");
        assertThat(window.accessibilityViolations()).isEmpty();
        assertThat(types(house, member)).contains("email-otp");

        assertThat(house.admin("DELETE", "/users/" + member.id() + "/credentials/" + last, null)
                        .status())
                .isEqualTo(204);
    }

    private static List<String> types(House house, Person person) {
        return credentials(house, person).stream()
                .map(credential -> credential.path("type").asText())
                .toList();
    }

    private static String credential(House house, Person person, String type) {
        return credentials(house, person).stream()
                .filter(credential -> credential.path("type").asText().equals(type))
                .map(credential -> credential.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> credentials(House house, Person person) {
        return house.adminGet("/users/" + person.id() + "/credentials").json().findParents("type");
    }
}
