package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People do with the page of a code what people do with pages. */
@InHouse
class CodePageTest {

    @Test
    void aSecondTabSendsNothingAndTakesTheSameCode(House house) {
        Person person = house.newPerson();
        Visitor tab = Visitor.of(house, "127.0.84.1");
        atCodePage(tab, person);
        String code = house.inbox().codeAfter(0, person.email());
        Visitor other = tab.tab();
        atCodePage(other, person);

        assertThat(show(other, code)).isEqualTo(2);
        assertThat(house.inbox().messagesTo(person.email())).hasSize(1);
        tab.submit(Map.of("code", code));
        assertThat(tab.text()).as("the first tab, left behind").doesNotContain("We are sorry");
    }

    @Test
    void theWayBackAndAgainLosesNothingAndGainsNoAttempt(House house) {
        Person person = house.newPerson();
        Visitor visitor = Visitor.of(house, "127.0.84.2");
        atCodePage(visitor, person);
        String code = house.inbox().codeAfter(0, person.email());
        String pageBefore = visitor.action();

        assertThat(show(visitor, "000000")).isZero();
        assertThat(visitor.text()).contains("Attempts left: 4");
        // The form of the page before, sent once more: Keycloak shows the page as it is now.
        visitor.post(pageBefore, Map.of("code", "000000"));
        assertThat(visitor.level()).isZero();
        assertThat(visitor.has("code")).as(visitor.text()).isTrue();

        assertThat(show(visitor, "999999")).isZero();
        assertThat(visitor.text()).containsAnyOf("Attempts left: 3", "Attempts left: 2");
        assertThat(show(visitor, " " + code.substring(0, 3) + "-" + code.substring(3)))
                .isEqualTo(2);
    }

    @Test
    void aCodeIsGoodInTheBrowserThatAskedForItOnly(House house) {
        Person person = house.newPerson();
        Visitor one = Visitor.of(house, "127.0.84.3");
        atCodePage(one, person);
        String code = house.inbox().codeAfter(0, person.email());
        Visitor other = Visitor.of(house, "127.0.84.4");
        atCodePage(other, person);
        String others = house.inbox().codeAfter(1, person.email());

        assertThat(show(other, code)).as("the code of another browser").isZero();
        assertThat(show(one, others)).as("and the reverse").isZero();
        assertThat(show(one, code)).isEqualTo(2);
        assertThat(show(other, others)).isEqualTo(2);
    }

    @Test
    void noInputIsTooStrangeForThePage(House house) {
        Person person = house.newPerson();
        Visitor visitor = Visitor.of(house, "127.0.84.5");
        atCodePage(visitor, person);
        String code = house.inbox().codeAfter(0, person.email());

        assertThat(show(visitor, "9".repeat(10_000))).isZero();
        assertThat(visitor.has("code")).as(visitor.text()).isTrue();
        assertThat(show(visitor, "<script>\u0000'\";--")).isZero();
        assertThat(visitor.has("code")).as(visitor.text()).isTrue();
        // Full-width digits are digits.
        StringBuilder wide = new StringBuilder();
        code.chars().forEach(digit -> wide.append((char) (digit - '0' + '\uFF10')));
        assertThat(show(visitor, wide.toString())).as(visitor.text()).isEqualTo(2);
    }

    private static void atCodePage(Visitor visitor, Person person) {
        visitor.authorize(Ground.APP, "");
        if (visitor.has("password")) {
            visitor.submit(Map.of("username", person.username(), "password", person.password()));
        }
        assertThat(visitor.has("code")).as(visitor.text()).isTrue();
    }

    private static int show(Visitor visitor, String code) {
        visitor.submit(Map.of("code", code));
        return visitor.level();
    }
}
