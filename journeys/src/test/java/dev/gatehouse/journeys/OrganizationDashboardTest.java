package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever runs an organization finds its members, and sees how it is doing. */
@InHouse
class OrganizationDashboardTest {

    @Test
    void membersAreFoundByNameAndRoleAsSoonAsTheyJoinAreRenamedOrLeave(House house) {
        Customer acme = new Customer(house, "127.0.24.1");
        Person clerk = house.newPerson();
        Person manager = house.newPerson();
        acme.add(clerk, "member");
        acme.add(manager, "admin");

        assertThat(acme.found("search=" + clerk.username().toUpperCase(Locale.ROOT)))
                .containsExactly(clerk.id());
        assertThat(acme.found("search=" + clerk.email())).containsExactly(clerk.id());
        assertThat(acme.found("role=admin")).containsExactly(manager.id());
        assertThat(acme.found("role=admin&search=" + clerk.username())).isEmpty();
        assertThat(acme.found("role=member&search=body+some")).containsExactly(clerk.id());
        assertThat(acme.found("search=" + URLEncoder.encode("' or 1=1 --%_", StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(acme.found("role=nobody")).isEmpty();

        assertThat(house.admin("PUT", "/users/" + clerk.id(), Map.of("firstName", "Žofie", "lastName", "Nová"))
                        .status())
                .isEqualTo(204);
        assertThat(acme.found("search=nova")).containsExactly(clerk.id());

        assertThat(house.admin("DELETE", "/users/" + clerk.id(), null).status()).isEqualTo(204);
        assertThat(acme.found("search=nova")).isEmpty();
        assertThat(acme.dashboard().at("/members/total").asInt()).isEqualTo(2);
    }

    @Test
    void pagesOfASearchHoldTogetherAndTheirCursorsHoldForNothingElse(House house) {
        Customer acme = new Customer(house, "127.0.24.2");
        List<String> all = new ArrayList<>(List.of(acme.owner.id()));
        for (int number = 0; number < 4; number++) {
            Person person = house.newPerson();
            acme.add(person, "member");
            all.add(person.id());
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = acme.get("/users?search=person&limit=2" + cursor);
            page.json().get("items").forEach(item -> seen.add(item.get("id").asText()));
            JsonNode next = page.json().get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asText();
            if (seen.size() == 2) {
                assertThat(acme.get("/users?search=perso&limit=2" + cursor).status())
                        .isEqualTo(400);
                assertThat(acme.get("/users?limit=2" + cursor).status()).isEqualTo(400);
                assertThat(acme.get("/activity?limit=2" + cursor).status()).isEqualTo(400);
            }
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        for (String unsearchable : List.of("search=%20", "search=" + "x".repeat(101), "role=%20", "role=%00")) {
            assertThat(acme.get("/users?" + unsearchable).status())
                    .as(unsearchable)
                    .isEqualTo(400);
        }
    }

    @Test
    void onlyWhoManagesMembersSeesTheirLoginsAndFactors(House house) {
        Customer acme = new Customer(house, "127.0.24.3");
        Person clerk = house.newPerson();
        acme.add(clerk, "member");
        String clerks = house.login(clerk, "127.0.24.4", acme.alias).text("access_token");

        JsonNode seenByOwner =
                acme.get("/users?search=" + clerk.username()).json().at("/items/0");
        assertThat(seenByOwner.get("mfa_enabled").asBoolean()).isTrue();
        assertThat(seenByOwner.get("last_login_at").asText()).startsWith(today());
        JsonNode seenByClerk = acme.client
                .get("/organizations/" + acme.id + "/users", clerks)
                .json()
                .at("/items/0");
        assertThat(seenByClerk.has("mfa_enabled")).isFalse();
        assertThat(seenByClerk.has("last_login_at")).isFalse();
        assertThat(acme.client
                        .get("/organizations/" + acme.id + "/dashboard", clerks)
                        .status())
                .isEqualTo(403);
        assertThat(acme.client
                        .get("/organizations/" + acme.id + "/activity", clerks)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theDashboardCountsMembersAndLogins(House house) {
        Customer acme = new Customer(house, "127.0.24.5");
        Person clerk = house.newPerson();
        acme.add(clerk, "member");
        house.login(clerk, "127.0.24.6", acme.alias);
        house.login(clerk, "127.0.24.6", acme.alias);
        house.client("127.0.24.6")
                .post(
                        "/auth/login",
                        Map.of("username", clerk.username(), "password", "wrong", "organization", acme.alias));

        JsonNode dashboard = acme.dashboard();
        assertThat(dashboard.at("/members/total").asInt()).isEqualTo(2);
        assertThat(dashboard.at("/members/by_role/owner").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/members/by_role/member").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/members/active_30d").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/members/without_mfa").asInt()).isZero();
        JsonNode lastDay = dashboard.at("/logins/29");
        assertThat(lastDay.get("date").asText()).isEqualTo(today());
        assertThat(lastDay.get("succeeded").asInt()).isEqualTo(2);
        assertThat(lastDay.get("failed").asInt()).isEqualTo(1);
        assertThat(dashboard.at("/recent_activity/0/organization_id").asText()).isEqualTo(acme.id);

        String credential =
                house.admin("GET", "/users/" + clerk.id() + "/credentials", null).json().findParents("type").stream()
                        .filter(found -> found.get("type").asText().equals("email-otp"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
        assertThat(house.admin("DELETE", "/users/" + clerk.id() + "/credentials/" + credential, null)
                        .status())
                .isEqualTo(204);
        assertThat(acme.dashboard().at("/members/without_mfa").asInt()).isEqualTo(1);
    }

    @Test
    void theActivityOfAnOrganizationIsReadByPageTypeAndTime(House house) {
        Customer acme = new Customer(house, "127.0.24.7");
        house.login(acme.owner, "127.0.24.8", acme.alias);
        house.login(acme.owner, "127.0.24.8", acme.alias);

        Answer first = acme.get("/activity?type=user.login&limit=1");
        assertThat(first.text("/items/0/type")).isEqualTo("user.login");
        assertThat(first.text("/items/0/user_id")).isEqualTo(acme.owner.id());
        assertThat(first.text("/items/0/organization_id")).isEqualTo(acme.id);
        Answer second = acme.get("/activity?type=user.login&limit=1&cursor=" + first.text("next_cursor"));
        assertThat(second.text("/items/0/id")).isNotEqualTo(first.text("/items/0/id"));
        assertThat(acme.get("/activity?to=2020-01-01T00:00:00Z").json().get("items"))
                .isEmpty();
        assertThat(acme.get("/activity?from=" + today() + "T00:00:00Z").json().get("items"))
                .isNotEmpty();
        for (String unreadable :
                List.of("from=yesterday", "to=2020-01-01", "type=%00", "from=-99999-01-01T00:00:00Z")) {
            assertThat(acme.get("/activity?" + unreadable).status())
                    .as(unreadable)
                    .isEqualTo(400);
        }
    }

    @Test
    void anOutsiderCannotTellTheDashboardOfOthersFromNone(House house) {
        Customer acme = new Customer(house, "127.0.24.9");
        String outsiders = house.login(house.newPerson(), "127.0.24.10").text("access_token");
        for (String path : List.of("/dashboard", "/activity", "/users?search=person", "/users?role=owner")) {
            Answer hidden = acme.client.get("/organizations/" + acme.id + path, outsiders);
            Answer absent = acme.client.get("/organizations/00000000-0000-0000-0000-000000000000" + path, outsiders);
            assertThat(hidden.status()).as(path).isEqualTo(absent.status()).isEqualTo(404);
            assertThat(hidden.headers().keySet()).isEqualTo(absent.headers().keySet());
        }
    }

    @Test
    void theProjectionIsBuiltByItself(House house) {
        Customer acme = new Customer(house, "127.0.24.11");
        await("the organization to be checked")
                .atMost(Duration.ofMinutes(1))
                .until(() -> house.management("127.0.24.11")
                        .get("/metrics")
                        .body()
                        .lines()
                        .anyMatch(line -> line.startsWith("gatehouse_organization_projection_checked_total")
                                && !line.endsWith(" 0.0")));
        assertThat(acme.dashboard().at("/members/total").asInt()).isEqualTo(1);
        assertThat(house.management("127.0.24.11").get("/health/ready").body()).contains("unbuilt-organizations");
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    /** An organization with an owner who has no realm role that matters. */
    private static final class Customer {
        private final Person owner;
        private final Client client;
        private final String alias;
        private final String id;
        private final String token;
        private final String administrators;

        Customer(House house, String address) {
            owner = house.newPerson("create-organization");
            client = house.client(address);
            token = house.login(owner, address).text("access_token");
            administrators = house.login(house.demoUser("admin-demo"), address).text("access_token");
            alias = "shown-" + owner.username();
            id = client.post("/organizations", Map.of("name", "Shown " + owner.username(), "alias", alias), token)
                    .text("id");
        }

        void add(Person person, String role) {
            Answer added = client.post(
                    "/organizations/" + id + "/users",
                    Map.of("user_id", person.id(), "roles", List.of(role)),
                    administrators);
            assertThat(added.status()).as(added.body()).isEqualTo(201);
        }

        Answer get(String path) {
            return client.get("/organizations/" + id + path, token);
        }

        List<String> found(String filter) {
            List<String> found = new ArrayList<>();
            get("/users?" + filter)
                    .json()
                    .get("items")
                    .forEach(item -> found.add(item.get("id").asText()));
            return found;
        }

        JsonNode dashboard() {
            return get("/dashboard").json();
        }
    }
}
