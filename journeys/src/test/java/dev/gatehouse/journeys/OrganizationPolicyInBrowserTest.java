package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members meet their organization's policies on the login pages, whichever way they came. */
@InHouse
@InChromium
class OrganizationPolicyInBrowserTest {
    private static final Map<String, Object> ANY_FACTOR = Map.of("mfa", Map.of("required", true));
    private static final Map<String, Object> APP_ONLY =
            Map.of("mfa", Map.of("required", true, "allowed_types", List.of("totp")));
    private static final Map<String, Object> EMAIL_FACTOR =
            Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}");

    @Test
    void aMemberWithoutAFactorSetsOneUpBeforeLanding(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.31.1");
        Person member = house.newPerson(List.of());
        customer.add(member);
        customer.policies(ANY_FACTOR);
        Window phone = browser.open(Viewport.PHONE, "127.0.31.2");
        Page page = phone.page();
        App app = new App(house, house.client("127.0.31.2"), page);

        app.logIn("openid", "");
        enterPassword(page, member);
        Locator byEmail = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Code by e-mail"));
        assertThat(byEmail).isVisible();
        assertThat(page.getByText("Authenticator app")).isVisible();
        phone.picture("second-factor-enrolment-phone");
        assertThat(phone.accessibilityViolations()).isEmpty();
        assertFitsThePhone(page);

        byEmail.focus();
        page.keyboard().press("Enter");
        assertThat(codeField(page)).isVisible();
        codeField(page).fill(house.inbox().codeAfter(0, member.email()));
        codeField(page).press("Enter");

        assertThat(app.tokens().status()).isEqualTo(200);
        int before = house.inbox().messagesTo(member.email()).size();
        app.logIn("openid", "&prompt=login");
        enterPasswordAgain(page, member);
        assertThat(codeField(page)).isVisible();
        codeField(page).fill(house.inbox().codeAfter(before, member.email()));
        codeField(page).press("Enter");
        app.isBack();
    }

    @Test
    void aSessionFromBeforeThePolicyIsNoWayIn(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.31.3");
        Person member = house.newPerson(List.of());
        customer.add(member);
        Window window = browser.open(Viewport.DESKTOP, "127.0.31.4");
        Page page = window.page();
        App app = new App(house, house.client("127.0.31.4"), page);
        app.logIn("openid", "");
        enterPassword(page, member);
        app.isBack();

        customer.policies(ANY_FACTOR);

        app.logIn("openid", "&prompt=none");
        assertThat(app.callback()).contains("error=").doesNotContain("code=");
        app.logIn("openid", "");
        // Nobody sets a factor up in a browser that was left open.
        assertThat(page.locator("#password")).isVisible();
        enterPasswordAgain(page, member);
        assertThat(page.getByText("Authenticator app")).isVisible();
    }

    @Test
    void aFactorOfAnotherKindIsShownFirstAndThenTheOneThatCountsIsSetUp(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.31.5");
        Person member = house.newPerson();
        customer.add(member);
        customer.policies(APP_ONLY);
        Page page = browser.open(Viewport.DESKTOP, "127.0.31.6").page();
        App app = new App(house, house.client("127.0.31.6"), page);

        app.logIn("openid", "");
        enterPassword(page, member);
        assertThat(codeField(page)).isVisible();
        codeField(page).fill(house.inbox().codeAfter(0, member.email()));
        codeField(page).press("Enter");

        assertThat(page.locator("#totp")).isVisible();
        assertThat(page.locator("#kc-totp-secret-qr-code")).isVisible();
    }

    @Test
    void singleSignOnAsksAgainForTheKindThatCounts(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.31.7");
        Authenticator authenticator = Authenticator.of("a secret of the browser");
        Person member = house.newPerson(List.of(EMAIL_FACTOR, authenticator.credential()));
        customer.add(member);
        Window window = browser.open(Viewport.PHONE, "127.0.31.8");
        Page page = window.page();
        App app = new App(house, house.client("127.0.31.8"), page);
        app.logIn("openid", "");
        enterPassword(page, member);
        assertThat(codeField(page)).isVisible();
        codeField(page).fill(house.inbox().codeAfter(0, member.email()));
        codeField(page).press("Enter");
        app.isBack();

        customer.policies(APP_ONLY);

        app.logIn("openid", "&prompt=none");
        assertThat(app.callback()).contains("error=").doesNotContain("code=");
        app.logIn("openid", "");
        assertThat(page.getByText("Enter the code that your authenticator app shows."))
                .isVisible();
        window.picture("second-factor-code-phone");
        assertThat(window.accessibilityViolations()).isEmpty();
        assertFitsThePhone(page);
        codeField(page).fill("000000");
        codeField(page).press("Enter");
        assertThat(codeField(page)).hasAttribute("aria-invalid", "true");
        house.awaitFailures(member, 1);
        codeField(page).fill(authenticator.code());
        codeField(page).press("Enter");
        assertThat(app.tokens().status()).isEqualTo(200);
        app.logIn("openid", "&prompt=none");
        assertThat(app.callback()).contains("code=");
    }

    @Test
    void aSessionPastItsTimeLogsInAnew(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.31.9");
        Person member = house.newPerson(List.of());
        customer.add(member);
        customer.attributes(Map.of("gatehouse.policy.session.max-seconds", List.of("5")));
        Page page = browser.open(Viewport.DESKTOP, "127.0.31.10").page();
        App app = new App(house, house.client("127.0.31.10"), page);
        app.logIn("openid", "");
        enterPassword(page, member);
        assertThat(app.tokens().status()).isEqualTo(200);

        await("the session to be past its time")
                .pollDelay(Duration.ofSeconds(7))
                .until(() -> true);
        app.logIn("openid", "&prompt=none");
        assertThat(app.callback()).contains("error=login_required");
        app.logIn("openid", "");
        assertThat(page.locator("#username")).isVisible();
        enterPassword(page, member);
        assertThat(app.tokens().status()).isEqualTo(200);
    }

    @Test
    void anIdentityProviderIsNoWayAroundThePolicy(House house, Browser browser) {
        Customer customer = Customer.of(house, "127.0.31.11");
        Person member = house.newPerson();
        customer.add(member);
        house.trustMaster("elsewhere", member);
        customer.policies(ANY_FACTOR);
        Page page = browser.open(Viewport.DESKTOP, "127.0.31.12").page();
        App app = new App(house, house.client("127.0.31.12"), page);

        app.logIn("openid", "&kc_idp_hint=elsewhere");
        page.locator("#username").fill("admin");
        page.locator("#password").fill("admin");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();

        assertThat(codeField(page)).isVisible();
        codeField(page).fill(house.inbox().codeAfter(0, member.email()));
        codeField(page).press("Enter");
        assertThat(app.tokens().status()).isEqualTo(200);
    }

    private static void enterPassword(Page page, Person person) {
        page.locator("#username").fill(person.username());
        enterPasswordAgain(page, person);
    }

    private static void enterPasswordAgain(Page page, Person person) {
        page.locator("#password").fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }

    private static Locator codeField(Page page) {
        return page.locator("input[autocomplete=one-time-code]");
    }

    private static void assertFitsThePhone(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing to scroll sideways for")
                .isEqualTo(Viewport.PHONE.width());
    }
}
