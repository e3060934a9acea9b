package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.ExchangeCheck;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody reads the contract as a page, logs in there, and tries an operation. */
@InHouse
@InChromium
class DocumentationPageTest {
    @Test
    void aReaderLogsInAndTriesAnOperation(House house, Browser browser) {
        Person person = house.newPerson(List.of());
        Window desktop = browser.open(Viewport.DESKTOP, "127.0.67.1");
        Page page = desktop.page();
        page.navigate(house.realm() + "/auth/docs");
        assertThat(page.locator(".info .title")).containsText("Gatehouse");
        desktop.picture("api-documentation");

        page.locator("button.authorize").first().click();
        Locator oauth = page.locator(".auth-container", new Page.LocatorOptions().setHasText("authorizationCode"));
        oauth.getByLabel("openid").check();
        Page login = page.waitForPopup(() -> oauth.locator("button.authorize").click());
        login.locator("#username").fill(person.username());
        login.locator("#password").fill(person.password());
        login.keyboard().press("Enter");
        assertThat(oauth.getByText("Logout")).isVisible();
        page.locator(".btn-done").first().click();

        Locator operation = page.locator("#operations-authentication-listSessions");
        operation.scrollIntoViewIfNeeded();
        operation.locator(".opblock-summary-control").first().click();
        operation.getByText("Try it out").click();
        operation.locator(".execute").click();
        Locator answer = operation.locator(".live-responses-table .response").first();
        assertThat(answer).containsText("200");
        assertThat(answer).containsText("gatehouse-app");
        desktop.picture("api-documentation-tried");
        assertThat(desktop.foreignRequests()).isEmpty();
    }

    @Test
    void nothingElseIsServedThere(House house) {
        Client client = new Client(URI.create(house.realm()), "127.0.67.2", ExchangeCheck.NONE);
        for (String file : List.of("index.html", "page.html", "..%2fopenapi.yaml", "swagger-initializer.js")) {
            assertThat(client.get("/auth/docs/" + file).status()).as(file).isIn(400, 404);
        }
        assertThat(client.get("/auth/docs").header("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(client.get("/auth/docs/swagger-ui.css").status()).isEqualTo(200);
    }
}
