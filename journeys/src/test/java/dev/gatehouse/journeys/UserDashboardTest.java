package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody sees how their account stands, and what was done with it. */
@InHouse
class UserDashboardTest {
    @Test
    void theDashboardAdvisesWithReasons(House house) {
        Customer customer = Customer.of(house, "127.0.84.1");

        Answer dashboard =
                customer.client().get("/users/" + customer.owner().id() + "/dashboard", customer.ownerToken());

        assertThat(dashboard.status()).as(dashboard.body()).isEqualTo(200);
        assertThat(dashboard.text("/mfa/enabled")).isEqualTo("true");
        assertThat(dashboard.text("/sessions/active")).isEqualTo("1");
        assertThat(dashboard.text("/organizations/0/id")).isEqualTo(customer.id());
        assertThat(dashboard.text("/last_logins/0/outcome")).isEqualTo("success");
        assertThat(dashboard.text("/last_logins/0/ip_address")).isEqualTo("127.0.84.1");
        assertThat(dashboard.json().get("recent_activity")).isNotEmpty();
        assertThat(dashboard.json().at("/profile/missing").toString()).contains("locale");
        assertThat(dashboard.json().get("security_advice").findValuesAsText("code"))
                .contains("only_email_factor", "no_backup_codes");
        assertThat(dashboard.text("/security_advice/0/reason")).isNotBlank();
    }

    @Test
    void failedLoginsFromElsewhereAreToldOf(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.84.2");
        String token = house.login(person, "127.0.84.2").text("access_token");
        Client stranger = house.client("127.0.84.3");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(stranger.post(
                                    "/auth/login",
                                    Map.of("username", person.username(), "password", "wrong-" + attempt))
                            .status())
                    .isEqualTo(401);
        }

        Answer dashboard = client.get("/users/" + person.id() + "/dashboard", token);

        assertThat(dashboard.text("/security_advice/0/code")).isEqualTo("failed_logins_from_new_addresses");
        assertThat(dashboard.text("/security_advice/0/severity")).isEqualTo("high");
        assertThat(dashboard.text("/security_advice/0/reason")).doesNotContain("127.0");
    }

    @Test
    void activityIsReadByTypeTimeAndPage(House house) {
        Person person = house.newPerson();
        Client client = house.client("127.0.84.4");
        String token = house.login(person, "127.0.84.4").text("access_token");
        client.json("PATCH", "/auth/me", Map.of("first_name", "Ada"), token);
        String path = "/users/" + person.id() + "/activity";

        Answer all = client.get(path, token);
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        assertThat(all.text("/items/0/type")).isEqualTo("user.update-profile");
        Answer logins = client.get(path + "?type=user.login", token);
        assertThat(logins.json().findValuesAsText("type")).containsOnly("user.login");
        Answer page = client.get(path + "?limit=1", token);
        String next = page.text("next_cursor");
        assertThat(client.get(path + "?limit=1&cursor=" + next, token).text("/items/0/id"))
                .isEqualTo(all.text("/items/1/id"));
        assertThat(client.get(path + "?to=2000-01-01T00:00:00Z", token).json().get("items"))
                .isEmpty();
        assertThat(client.get(path + "?type=DROP", token).status()).isEqualTo(400);
        Person other = house.newPerson();
        String others = house.login(other, "127.0.84.4").text("access_token");
        assertThat(client.get("/users/" + other.id() + "/activity?limit=1&cursor=" + next, others)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void everythingHeldIsCarriedOutButNoSecret(House house) {
        Customer customer = Customer.of(house, "127.0.84.5");

        Answer export = customer.client().get("/users/" + customer.owner().id() + "/export", customer.ownerToken());

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.text("/profile/email")).isEqualTo(customer.owner().email());
        assertThat(export.json().get("credentials").findValuesAsText("type")).contains("password", "email-otp");
        assertThat(export.json().get("sessions")).hasSize(1);
        assertThat(export.text("/organizations/0/alias")).isEqualTo(customer.alias());
        assertThat(export.json().get("activity")).isNotEmpty();
        assertThat(export.body()).doesNotContain("secret", "hash", "argon2");
    }
}
