package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody of several organizations logs in for one of them. */
@InHouse
@InChromium
class OrganizationChoiceTest {
    @Test
    void theOneThatIsChosenIsInTheTokenAndStaysThereWhateverOtherTabsChoose(House house, Browser browser)
            throws ParseException {
        Customer one = Customer.of(house, "127.0.32.1");
        Customer other = Customer.of(house, "127.0.32.2");
        Person person = house.newPerson(List.of());
        one.add(person);
        other.add(person);
        Client client = house.client("127.0.32.3");
        Window phone = browser.open(Viewport.PHONE, "127.0.32.3");
        Page page = phone.page();
        App app = new App(house, client, page);

        app.logIn("openid organization", "");
        enterPassword(page, person);
        assertThat(choice(page, one)).isVisible();
        assertThat(choice(page, other)).isVisible();
        assertThat(page.locator("#search")).hasCount(0);
        phone.picture("choose-organization-phone");
        assertThat(phone.accessibilityViolations()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Viewport.PHONE.width());
        choice(page, one).focus();
        page.keyboard().press("Enter");
        Answer first = app.tokens();
        assertThat(organizations(first)).containsExactly(one.alias());

        Page tab = phone.tab();
        App second = new App(house, client, tab);
        second.logIn("openid organization", "&prompt=none");
        assertThat(organizations(second.tokens()))
                .as("chosen before, and not asked again")
                .containsExactly(one.alias());
        second.logIn("openid organization", "&prompt=select_account");
        choice(tab, other).click();
        Answer switched = second.tokens();
        assertThat(organizations(switched)).containsExactly(other.alias());

        Answer refreshed = refresh(client, first);
        assertThat(organizations(refreshed)).containsExactly(one.alias());
        assertThat(organizations(refresh(client, switched))).containsExactly(other.alias());

        one.remove(person);
        assertThat(refresh(client, refreshed).status()).isEqualTo(400);
    }

    @Test
    void somebodyOfManyOrganizationsFindsTheirsByName(House house, Browser browser) throws ParseException {
        Person person = house.newPerson(List.of());
        Customer last = Customer.of(house, "127.0.32.4");
        last.add(person);
        for (int number = 10; number < 35; number++) {
            last.another("Filler " + number + " " + person.username(), person);
        }
        Window desktop = browser.open(Viewport.DESKTOP, "127.0.32.5");
        Page page = desktop.page();
        App app = new App(house, house.client("127.0.32.5"), page);

        app.logIn("openid organization", "");
        enterPassword(page, person);
        assertThat(page.locator(".gatehouse-choice")).hasCount(10);
        desktop.picture("choose-organization-many");
        assertThat(desktop.accessibilityViolations()).isEmpty();

        page.locator("#search").fill("no such name %_!");
        page.keyboard().press("Enter");
        assertThat(page.getByText("None of your organizations has such a name."))
                .isVisible();
        desktop.picture("choose-organization-none");
        page.locator("#search").fill("filler 29");
        page.keyboard().press("Enter");
        assertThat(page.locator(".gatehouse-choice")).hasCount(1);
        page.locator(".gatehouse-choice").click();
        Answer tokens = app.tokens();
        assertThat(organizations(tokens)).containsExactly("filler-29-" + person.username());

        app.logIn("openid organization:*", "");
        assertThat(organizations(app.tokens())).as("more than twenty are none").isEmpty();
    }

    @Test
    void anOrganizationOfOthersCannotBeChosenByHand(House house, Browser browser) {
        Customer one = Customer.of(house, "127.0.32.6");
        Customer two = Customer.of(house, "127.0.32.7");
        Customer foreign = Customer.of(house, "127.0.32.8");
        Person person = house.newPerson(List.of());
        one.add(person);
        two.add(person);
        Page page = browser.open(Viewport.DESKTOP, "127.0.32.9").page();
        App app = new App(house, house.client("127.0.32.9"), page);
        app.logIn("openid organization", "");
        enterPassword(page, person);
        assertThat(choice(page, one)).isVisible();

        page.evaluate("id => document.querySelector('.gatehouse-choice').value = id", foreign.id());
        page.locator(".gatehouse-choice").first().click();

        assertThat(choice(page, one)).isVisible();
        assertThat(page.getByText("back at the application")).hasCount(0);
    }

    private static Answer refresh(Client client, Answer tokens) {
        return client.form(
                "/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "gatehouse-app",
                        "refresh_token", tokens.text("refresh_token")));
    }

    private static Set<String> organizations(Answer tokens) throws ParseException {
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(tokens.text("access_token").length()).isLessThan(4096);
        Map<String, Object> claim =
                SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getJSONObjectClaim("organization");
        return claim == null ? Set.of() : claim.keySet();
    }

    private static Locator choice(Page page, Customer customer) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(customer.alias() + " " + customer.alias()));
    }

    private static void enterPassword(Page page, Person person) {
        page.locator("#username").fill(person.username());
        page.locator("#password").fill(person.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign In"))
                .click();
    }
}
