package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody clicks on the link of an invitation. */
@InHouse
@InChromium
class InvitationInBrowserTest {
    @Test
    void somebodyNewRegistersFromTheMailAndTheLinkIsGoodOnce(House house, Browser browser) {
        String alice = house.login(house.demoUser("alice"), "127.0.62.1").text("access_token");
        Client client = house.client("127.0.62.1");
        String acme = client.get("/organizations?search=acme", alice).text("/items/0/id");
        String address = "newcomer@example.test";
        policies(
                client,
                acme,
                alice,
                Map.of("mfa", Map.of("required", true, "allowed_types", List.of("totp", "email"))));
        Answer invited = client.post(
                "/organizations/" + acme + "/invitations",
                Map.of(
                        "email",
                        address,
                        "roles",
                        List.of("admin"),
                        "message",
                        "Welcome on board!\nSee you on <Monday>."),
                alice);
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        String link = house.inbox().linkAfter(0, address);

        Window phone = browser.open(Viewport.PHONE, "127.0.62.2");
        Page page = phone.page();
        page.navigate(link);
        assertThat(heading(page)).hasText("You are invited");
        looksRight(phone, "invitation-register");
        button(page, "Create an account").click();

        assertThat(page.locator("#email")).hasValue(address);
        assertThat(page.locator("#email")).hasAttribute("readonly", "");
        looksRight(phone, "invitation-registration");
        Page slower = browser.open(Viewport.PHONE, "127.0.62.5").page();
        slower.navigate(link);
        button(slower, "Create an account").click();
        register(page, "newcomer");

        assertThat(page.getByText("Authenticator app")).isVisible();
        looksRight(phone, "invitation-second-factor");
        page.getByText("Authenticator app").click();
        setUpAuthenticator(page);
        // A realm that verifies addresses asks for the password after the form; the invitation has verified this one.
        assertThat(page.locator("#password-new")).isVisible();
        page.locator("#password-new").fill("gatehouse-demo-1");
        page.locator("#password-confirm").fill("gatehouse-demo-1");
        page.keyboard().press("Enter");
        // The console logs itself in by redirects: it has settled when it shows the person.
        assertThat(page.getByText("Personal info").first()).isVisible();
        String members = client.get("/organizations/" + acme + "/users", alice).body();
        assertThat(members).containsPattern("\"email\":\"" + address + "\"[^}]*\"roles\":\\[\"admin\"]");

        register(slower, "slower");
        assertThat(slower.url()).as("the form that was open already").doesNotContain("/account");
        assertThat(client.get("/organizations/" + acme + "/users", alice).body())
                .isEqualTo(members);

        page.navigate(link);
        assertThat(heading(page)).hasText("This link is not good any more");
        looksRight(phone, "invitation-gone");
        assertThat(phone.foreignRequests()).isEmpty();
        policies(client, acme, alice, Map.of());
    }

    @Test
    void somebodyWithAnAccountLogsInAndIsAsked(House house, Browser browser) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.62.3");
        Person guest = house.newPerson();
        String token = company.invited(guest.email(), "admin");
        String link = house.realm() + "/accept-invitation?token=" + token;
        Window desktop = browser.open(Viewport.DESKTOP, "127.0.62.3");
        Page page = desktop.page();

        page.navigate(link);
        assertThat(heading(page)).hasText("You are invited");
        looksRight(desktop, "invitation-log-in");
        int before = house.inbox().messagesTo(guest.email()).size();
        button(page, "Log in").click();
        assertThat(page.locator("#username")).hasValue(guest.email());
        logIn(house, page, guest, before);

        assertThat(page.getByText("You are logged in as " + guest.email())).isVisible();
        looksRight(desktop, "invitation-confirm");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(link + "&kc_locale=de");
        assertThat(heading(page)).hasText("Sie sind eingeladen");
        looksRight(desktop, "invitation-confirm-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(link + "&kc_locale=en");
        page.reload();
        assertThat(company.members()).as("looking accepts nothing").hasSize(1);
        button(page, "Accept").click();
        assertThat(heading(page)).hasText("Welcome");
        looksRight(desktop, "invitation-accepted");
        assertThat(company.members()).hasSize(2);

        page.navigate(link);
        assertThat(heading(page)).hasText("This link is not good any more");
        assertThat(desktop.foreignRequests()).isEmpty();
    }

    @Test
    void somebodyElseIsToldAndCanSwitch(House house, Browser browser) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.62.4");
        Person guest = house.newPerson();
        Person other = house.newPerson();
        Window phone = browser.open(Viewport.PHONE, "127.0.62.4");
        Page page = phone.page();
        page.navigate(house.realm() + "/account");
        page.locator("#username").fill(other.username());
        logIn(house, page, other, 0);
        assertThat(page.getByText("Personal info").first()).isVisible();
        String token = company.invited(guest.email(), "member");

        page.navigate(house.realm() + "/accept-invitation?token=" + token);
        assertThat(page.getByText("but the invitation is for " + guest.email())).isVisible();
        looksRight(phone, "invitation-other-account");
        int before = house.inbox().messagesTo(guest.email()).size();
        button(page, "Switch account").click();
        assertThat(page.locator("#username")).hasValue(guest.email());
        logIn(house, page, guest, before);
        button(page, "Accept").click();

        assertThat(heading(page)).hasText("Welcome");
        assertThat(company.members()).hasSize(2);
    }

    private static void policies(Client client, String organization, String owner, Map<String, Object> policies) {
        Answer replaced = client.json("PUT", "/organizations/" + organization + "/policies", policies, owner);
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
    }

    private static void setUpAuthenticator(Page page) {
        page.locator("#mode-manual").click();
        String secret = page.locator("#kc-totp-secret-key").textContent();
        page.locator("#totp").fill(Authenticator.typedOff(secret).code());
        page.locator("#userLabel").fill("Phone");
        page.keyboard().press("Enter");
    }

    private static void register(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#firstName").fill("New");
        page.locator("#lastName").fill("Comer");
        button(page, "Register").click();
        page.waitForLoadState();
    }

    private static void logIn(House house, Page page, Person person, int messagesBefore) {
        page.locator("#password").fill(person.password());
        button(page, "Sign In").click();
        var code = page.locator("input[autocomplete=one-time-code]");
        assertThat(code).isVisible();
        code.fill(house.inbox().codeAfter(messagesBefore, person.email()));
        code.press("Enter");
    }

    private static void looksRight(Window window, String picture) {
        window.picture(picture);
        assertThat(window.accessibilityViolations()).isEmpty();
        assertThat((Boolean) window.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to scroll sideways for")
                .isTrue();
    }

    private static com.microsoft.playwright.Locator heading(Page page) {
        return page.locator("#kc-page-title");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
