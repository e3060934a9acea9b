package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody has their own browser trusted, and others try to make something of it. */
@InHouse
@InChromium
class TrustedDeviceInBrowserTest {
    private static final Map<String, Object> EMAIL_FACTOR =
            Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}");
    static final String PREFIX = "GATEHOUSE_DEVICE_";

    private static List<JsonNode> devices(House house, Person person) {
        JsonNode credentials =
                house.adminGet("/users/" + person.id() + "/credentials").json();
        return credentials.findParents("type").stream()
                .filter(credential -> credential.path("type").asText().equals("trusted-device"))
                .toList();
    }

    @Test
    void aTrustedPhoneIsNotAskedForACodeAgainUntilItIsForgotten(House house, Browser browser) {
        Person person = house.newPerson();
        Seat seat = Seat.of(house, browser, Viewport.PHONE, "127.0.41.1", person);
        seat.password("");
        assertThat(seat.box()).isVisible();
        assertThat(seat.box()).not().isChecked();
        seat.window().picture("trust-device-email-phone");
        assertThat(seat.window().accessibilityViolations()).isEmpty();
        assertThat(seat.page().evaluate("document.documentElement.scrollWidth"))
                .as("nothing to scroll sideways for")
                .isEqualTo(Viewport.PHONE.width());
        seat.page().getByText("Trust this device for 30 days").click();
        assertThat(seat.box()).isChecked();
        seat.code().fill(house.inbox().codeAfter(0, person.email()));
        seat.code().press("Enter");
        assertThat(seat.acr()).as("the first login").isEqualTo("2");
        seat.logOut();

        seat.password("");
        assertThat(seat.acr()).as("a device is no factor").isEqualTo("1");
        seat.logOut();

        assertThat(seat.deviceCookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.path).isEqualTo("/realms/demo/");
            assertThat(cookie.name + cookie.value).doesNotContain(person.id());
        });
        assertThat(devices(house, person)).singleElement().satisfies(device -> {
            assertThat(device.path("userLabel").asText()).contains("Chrom");
            assertThat(device.has("secretData")).isFalse();
        });
        String id = devices(house, person).get(0).path("id").asText();
        assertThat(house.admin("DELETE", "/users/" + person.id() + "/credentials/" + id, null)
                        .status())
                .isEqualTo(204);
        seat.password("");
        assertThat(seat.code()).isVisible();
    }

    @Test
    void whoDoesNotTickTheBoxIsAskedAgainAndSoIsAnotherBrowser(House house, Browser browser) {
        Person person = house.newPerson();
        Seat seat = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.2", person);
        seat.password("");
        seat.code().fill("000000");
        seat.box().check();
        seat.code().press("Enter");
        assertThat(seat.code()).hasAttribute("aria-invalid", "true");
        assertThat(seat.box()).isVisible();
        assertThat(seat.box()).not().isChecked();
        seat.code().fill(house.inbox().codeAfter(0, person.email()));
        seat.code().press("Enter");
        seat.app().isBack();
        seat.logOut();

        assertThat(seat.deviceCookies()).isEmpty();
        seat.password("");
        assertThat(seat.code()).isVisible();
    }

    @Test
    void theOfferStandsBesideEveryFactorAndOutlivesAnotherWay(House house, Browser browser) {
        Authenticator authenticator = Authenticator.of("a secret of a trusting one");
        Person person = house.newPerson(List.of(authenticator.credential(), EMAIL_FACTOR));
        Seat seat = Seat.of(house, browser, Viewport.PHONE, "127.0.41.3", person);
        seat.password("");
        Locator otp = seat.page().locator("#otp");
        assertThat(otp).isVisible();
        assertThat(seat.box()).isVisible();
        seat.window().picture("trust-device-app-phone");
        assertThat(seat.window().accessibilityViolations()).isEmpty();
        otp.fill("000000");
        otp.press("Enter");
        assertThat(seat.page().locator("#input-error-otp, #input-error-container-otp"))
                .not()
                .hasCount(0);
        assertThat(seat.box()).isVisible();
        seat.page().locator("#try-another-way").click();
        seat.page().getByText("E-mail code").first().click();
        assertThat(seat.code()).isVisible();
        seat.box().check();
        seat.code().fill(house.inbox().codeAfter(0, person.email()));
        seat.code().press("Enter");
        seat.app().isBack();
        seat.logOut();

        seat.password("");
        assertThat(seat.acr()).isEqualTo("1");
    }

    @Test
    void aTrustedDeviceNeitherStepsUpNorReauthenticates(House house, Browser browser) {
        Person person = house.newPerson();
        Seat seat = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.4", person);
        seat.trust();

        for (String more : List.of("&prompt=login", "&max_age=3600", "&acr_values=2", "&kc_action=UPDATE_PROFILE")) {
            seat.password(more);
            assertThat(seat.code()).isVisible();
        }
        seat.password("");
        seat.app().isBack();
        seat.password("&prompt=login");
        assertThat(seat.code()).isVisible();
    }

    @Test
    void aPolicyThatRequiresAFactorForbidsTrustedDevices(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.41.5");
        Person person = house.newPerson();
        customer.add(person);
        Seat seat = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.6", person);
        seat.trust();
        customer.policies(Map.of("mfa", Map.of("required", true)));

        int before = house.inbox().messagesTo(person.email()).size();
        seat.password("");
        assertThat(seat.code()).isVisible();
        assertThat(seat.box()).hasCount(0);
        // Whoever writes the box into the page gets nothing by it.
        seat.page()
                .evaluate("document.querySelector('#gatehouse-code-form').insertAdjacentHTML('beforeend',"
                        + "'<input type=hidden name=trust_device value=true>')");
        seat.code().fill(house.inbox().codeAfter(before, person.email()));
        seat.code().press("Enter");
        seat.app().isBack();
        assertThat(devices(house, person)).hasSize(1);
    }

    @Test
    void aCookieIsWorthNothingForAnotherUserOrAfterAChangeOfPasswordOrFactors(House house, Browser browser) {
        Person one = house.newPerson();
        Person other = house.newPerson();
        Seat seat = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.7", one);
        seat.trust();
        Cookie stolen = seat.deviceCookies().get(0);

        Seat thief = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.8", other);
        give(thief, stolen, stolen.value);
        thief.password("");
        assertThat(thief.code()).isVisible();

        Seat forger = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.9", one);
        String value = stolen.value;
        give(forger, stolen, value.substring(0, value.length() - 2) + (value.endsWith("AA") ? "BB" : "AA"));
        forger.password("");
        assertThat(forger.code()).isVisible();

        house.adminPut(
                "/users/" + one.id() + "/reset-password",
                Map.of("type", "password", "value", one.password(), "temporary", false));
        seat.password("");
        assertThat(seat.code()).isVisible();
        assertThat(devices(house, one)).as("removed when it is met").isEmpty();

        seat.page().context().clearCookies();
        seat.trust();
        seat.password("");
        seat.app().isBack();
        seat.logOut();
        JsonNode credentials =
                house.adminGet("/users/" + one.id() + "/credentials").json();
        credentials.findParents("type").stream()
                .filter(credential -> credential.path("type").asText().equals("email-otp"))
                .forEach(credential -> house.admin(
                        "DELETE",
                        "/users/" + one.id() + "/credentials/"
                                + credential.path("id").asText(),
                        null));
        house.adminPut(
                "/users/" + one.id(),
                Map.of("email", one.email(), "emailVerified", true, "credentials", List.of(EMAIL_FACTOR)));
        seat.password("");
        assertThat(seat.code()).isVisible();
    }

    @Test
    void twoPeopleOfOneBrowserDoNotPushEachOtherOut(House house, Browser browser) {
        Person one = house.newPerson();
        Person other = house.newPerson();
        Seat first = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.10", one);
        Seat second = new Seat(house, other, first.window(), first.app());
        first.trust();
        second.trust();

        first.password("");
        assertThat(first.acr()).isEqualTo("1");
        first.logOut();
        second.password("");
        assertThat(second.acr()).isEqualTo("1");
    }

    @Test
    void aTrustedBrowserCountsBehindAnIdentityProviderToo(House house, Browser browser) {
        Person person = house.newPerson();
        trustMasterWithFactors(house, "trusting", person);
        Seat seat = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.11", person);

        seat.masterPassword("trusting");
        assertThat(seat.code()).isVisible();
        seat.box().check();
        seat.code().fill(house.inbox().codeAfter(0, person.email()));
        seat.code().press("Enter");
        seat.app().isBack();
        seat.logOut();

        seat.app().logIn("openid", "&kc_idp_hint=trusting");
        assertThat(seat.acr()).isEqualTo("1");
        seat.logOut();
        seat.page()
                .context()
                .clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile(PREFIX + ".*")));
        seat.app().logIn("openid", "&kc_idp_hint=trusting");
        assertThat(seat.code()).isVisible();
    }

    @Test
    void whoHasNoFactorGetsByBehindAnIdentityProvider(House house, Browser browser) {
        Person person = house.newPerson(List.of());
        trustMasterWithFactors(house, "trustingly", person);
        Seat seat = Seat.of(house, browser, Viewport.DESKTOP, "127.0.41.12", person);

        seat.masterPassword("trustingly");

        assertThat(seat.acr()).isEqualTo("1");
    }

    private static void trustMasterWithFactors(House house, String alias, Person person) {
        house.trustMaster(alias, person);
        Map<String, Object> provider = new ObjectMapper()
                .convertValue(
                        house.adminGet("/identity-provider/instances/" + alias).json(), new TypeReference<>() {});
        provider.put("postBrokerLoginFlowAlias", "gatehouse after broker login");
        house.adminPut("/identity-provider/instances/" + alias, provider);
    }

    private static void give(Seat seat, Cookie cookie, String value) {
        seat.page()
                .context()
                .addCookies(List.of(
                        new Cookie(cookie.name, value).setDomain(cookie.domain).setPath(cookie.path)));
    }
}
