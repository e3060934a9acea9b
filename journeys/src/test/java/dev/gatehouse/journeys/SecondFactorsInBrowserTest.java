package dev.gatehouse.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gatehouse.journeys.browser.Browser;
import dev.gatehouse.journeys.browser.InChromium;
import dev.gatehouse.journeys.browser.Viewport;
import dev.gatehouse.journeys.browser.Window;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.BackupCodes;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody sets factors up on the login pages, logs in with them, falls back and recovers. */
@InHouse
@InChromium
class SecondFactorsInBrowserTest {
    private static final String PHONE = "+4915123450002";
    private static final String PHONE_AS_TYPED = "+49 1512 3450002";

    @Test
    void codesBySmsAreSetUpUsedAndFallenBackFrom(House house, Browser browser) {
        Person person = house.newPerson();
        Window phone = browser.open(Viewport.PHONE, "127.0.71.1");
        Page page = phone.page();
        App app = new App(house, house.client("127.0.71.1"), page);
        app.logIn("openid", "&kc_action=CONFIGURE_SMS_OTP");
        enterPassword(page, person);
        codeField(page).fill(house.inbox().codeAfter(0, person.email()));
        codeField(page).press("Enter");

        Locator number = page.locator("#phone_number");
        assertThat(number).isFocused();
        looksRight(phone, "sms-number");
        number.fill("0800 FLOWERS");
        number.press("Enter");
        assertThat(number).hasAttribute("aria-invalid", "true");
        looksRight(phone, "sms-number-wrong");
        number.fill(PHONE_AS_TYPED);
        number.press("Enter");
        assertThat(codeField(page)).isFocused();
        looksRight(phone, "sms-enrolment");
        for (String language : List.of("de", "fr", "es", "en")) {
            page.locator("#login-select-toggle")
                    .selectOption(page.locator("#login-select-toggle option[value*='kc_locale=" + language + "']")
                            .getAttribute("value"));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            looksRight(phone, "sms-enrolment-" + language);
        }
        assertThat(house.inbox().messagesTo(PHONE))
                .as("one code, however often it is looked at")
                .hasSize(1);
        codeField(page).fill(house.inbox().codeAfter(0, PHONE));
        codeField(page).press("Enter");
        app.isBack();
        assertThat(house.adminGet("/users/" + person.id() + "/credentials").body())
                .as("what the admin console shows")
                .contains("\"sms-otp\"")
                .doesNotContain("3450002\",\"type");

        app.logIn("openid", "&prompt=login");
        enterPasswordAgain(page, person);
        tryAnotherWay(page);
        looksRight(phone, "try-another-way");
        int before = house.inbox().messagesTo(PHONE).size();
        choose(page, "SMS code");
        assertThat(codeField(page)).isVisible();
        looksRight(phone, "sms-code");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        looksRight(phone, "sms-code-dark");
        // None of our languages runs so; a realm may add one that does.
        page.evaluate("document.documentElement.dir = 'rtl'");
        looksRight(phone, "sms-code-right-to-left");
        codeField(page).fill(" " + house.inbox().codeAfter(before, PHONE).replaceFirst("...", "$0 "));
        codeField(page).press("Enter");
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("3");
        assertThat(phone.foreignRequests()).isEmpty();
    }

    @Test
    void backupCodesRecoverWhoLostThePhone(House house, Browser browser) {
        Authenticator lost = Authenticator.of("a phone that was lost");
        Person person = house.newPerson(List.of(lost.credential()));
        Window window = browser.open(Viewport.DESKTOP, "127.0.71.2");
        Page page = window.page();
        App app = new App(house, house.client("127.0.71.2"), page);
        app.logIn("openid", "&kc_action=CONFIGURE_RECOVERY_AUTHN_CODES");
        enterPassword(page, person);
        page.locator("#otp").fill(lost.code());
        page.locator("#otp").press("Enter");
        List<String> codes = page.locator("#kc-recovery-codes-list li").allTextContents();
        assertThat(codes).hasSize(12);
        page.locator("#kcRecoveryCodesConfirmationCheck").check();
        page.locator("#saveRecoveryAuthnCodesBtn").click();
        app.isBack();

        app.logIn("openid", "&prompt=login");
        enterPasswordAgain(page, person);
        tryAnotherWay(page);
        choose(page, "Recovery Authentication Code");
        Locator field = page.locator("#recoveryCodeInput");
        assertThat(field).isVisible();
        assertThat(window.accessibilityViolations()).isEmpty();
        window.picture("backup-code");
        field.fill("WRONG-WRONG-1");
        field.press("Enter");
        assertThat(field).hasAttribute("aria-invalid", "true");
        house.awaitFailures(person, 1);
        // Any of them, in any order.
        field.fill(codes.get(5).strip());
        field.press("Enter");
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("3");
    }

    @Test
    void whoUsesOneOfTheLastBackupCodesIsWarnedAndOfferedNewOnes(House house, Browser browser) {
        BackupCodes old = BackupCodes.of(71, 4);
        Person person = house.newPerson(List.of(old.credential()));
        Window window = browser.open(Viewport.DESKTOP, "127.0.71.4");
        Page page = window.page();
        App app = new App(house, house.client("127.0.71.4"), page);
        app.logIn("openid", "");
        enterPassword(page, person);
        looksRight(window, "backup-code-only");
        recover(page, old.codes().get(2));
        assertThat(page.getByText("Backup codes left: 3.")).isVisible();
        looksRight(window, "few-backup-codes");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        looksRight(window, "few-backup-codes-dark");
        page.getByText("Not now").click();
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("3");
        app.logIn("openid", "");
        app.isBack();

        app.logIn("openid", "&prompt=login");
        enterPasswordAgain(page, person);
        recover(page, old.codes().get(0));
        assertThat(page.getByText("Backup codes left: 2.")).isVisible();
        page.getByText("Get new codes").click();
        List<String> renewed = page.locator("#kc-recovery-codes-list li").allTextContents();
        assertThat(renewed).hasSize(12);
        page.locator("#kcRecoveryCodesConfirmationCheck").check();
        page.locator("#saveRecoveryAuthnCodesBtn").click();
        app.isBack();

        app.logIn("openid", "&prompt=login");
        enterPasswordAgain(page, person);
        recover(page, old.codes().get(1));
        assertThat(page.locator("#recoveryCodeInput")).isVisible();
        recover(page, renewed.get(11));
        app.isBack();
    }

    private static void recover(Page page, String code) {
        page.locator("#recoveryCodeInput").fill(code);
        page.locator("#recoveryCodeInput").press("Enter");
    }

    @Test
    void aClientThatAsksForMoreIsShownMore(House house, Browser browser) {
        Authenticator authenticator = Authenticator.of("the secret of a level");
        Person person = house.newPerson(List.of(
                Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}"), authenticator.credential()));
        Page page = browser.open(Viewport.DESKTOP, "127.0.71.3").page();
        App app = new App(house, house.client("127.0.71.3"), page);
        app.logIn("openid", "");
        enterPassword(page, person);
        codeField(page).fill(house.inbox().codeAfter(0, person.email()));
        codeField(page).press("Enter");
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("2");

        app.logIn("openid", "&acr_values=2");
        assertThat(app.callback()).as("what the session has shown is enough").contains("code=");
        app.logIn("openid", "&acr_values=3&prompt=none");
        assertThat(app.callback()).contains("error=").doesNotContain("code=");
        app.logIn("openid", "&acr_values=3");
        Locator totp = page.locator("#otp");
        if (!totp.isVisible()) {
            assertThat(codeField(page).or(totp).first()).isVisible();
        }
        if (!totp.isVisible()) {
            int before = house.inbox().messagesTo(person.email()).size();
            codeField(page).fill(house.inbox().codeAfter(before - 1, person.email()));
            codeField(page).press("Enter");
        }
        assertThat(totp).isVisible();
        totp.fill(authenticator.code());
        totp.press("Enter");
        assertThat(app.tokens().claims("access_token").get("acr").asText()).isEqualTo("3");
    }

    private static void tryAnotherWay(Page page) {
        page.locator("#try-another-way").click();
    }

    /** By keyboard, which Keycloak's own page does not let anybody. */
    private static void choose(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .focus();
        page.keyboard().press("Enter");
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
        return page.locator("#code");
    }

    private static void looksRight(Window window, String picture) {
        window.picture(picture);
        assertThat(window.accessibilityViolations()).isEmpty();
        assertThat((Boolean) window.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing to scroll sideways for")
                .isTrue();
    }
}
