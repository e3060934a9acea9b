package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Administrators see and make the people of a realm; everybody else sees themselves. */
@InHouse
class UsersTest {
    private static final String NOBODY = "00000000-0000-0000-0000-00000000dead";

    @Test
    void anAdministratorListsAndFindsPeoplePageByPage(House house) {
        Customer customer = Customer.of(house, "127.0.82.1");
        Person one = house.newPerson();
        String admin = customer.adminToken();

        Set<String> seen = new HashSet<>();
        String path = "/users?limit=3";
        while (path != null) {
            Answer page = customer.client().get(path, admin);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .get("items")
                    .forEach(item ->
                            assertThat(seen.add(item.get("id").asText())).isTrue());
            path = page.json().get("next_cursor").isNull() ? null : "/users?limit=3&cursor=" + page.text("next_cursor");
        }
        assertThat(seen).contains(one.id(), customer.owner().id());

        Answer found = customer.client().get("/users?search=" + one.username().toUpperCase(Locale.ROOT), admin);
        assertThat(found.json().findValuesAsText("id"))
                .contains(one.id())
                .doesNotContain(customer.owner().id());
        assertThat(customer.client().get("/users?search=%25", admin).json().get("items"))
                .isEmpty();
        assertThat(customer.client().get("/users?search=%20", admin).status()).isEqualTo(400);
        assertThat(customer.client().get("/users?cursor=made-up", admin).status())
                .isEqualTo(400);
        assertThat(customer.client().get("/users", customer.ownerToken()).status())
                .isEqualTo(403);
        assertThat(customer.client().get("/users").status()).isEqualTo(401);
    }

    @Test
    void anotherPersonDoesNotExist(House house) {
        Customer customer = Customer.of(house, "127.0.82.2");
        Person member = house.newPerson();
        customer.add(member);
        house.newRealm("people-elsewhere");
        Answer elsewhere = house.console()
                .send("POST", "/people-elsewhere/users", Map.of("username", "stranger", "enabled", true));
        String location = elsewhere.header("Location").orElseThrow();
        String stranger = location.substring(location.lastIndexOf('/') + 1);
        String owners = customer.ownerToken();
        for (String path : List.of("", "/dashboard", "/preferences", "/activity", "/export")) {
            assertThat(look(customer.client().get("/users/" + member.id() + path, owners)))
                    .as(path)
                    .isEqualTo(look(customer.client().get("/users/" + NOBODY + path, owners)));
            assertThat(customer.client()
                            .get("/users/" + member.id() + path, owners)
                            .status())
                    .isEqualTo(404);
            assertThat(customer.client()
                            .get("/users/" + stranger + path, customer.adminToken())
                            .status())
                    .isEqualTo(404);
            assertThat(customer.client().get("/users/" + member.id() + path).status())
                    .isEqualTo(401);
            assertThat(customer.client()
                            .get("/users/" + member.id() + path, customer.adminToken())
                            .status())
                    .isEqualTo(200);
        }
        assertThat(customer.client()
                        .json("PATCH", "/users/" + member.id(), Map.of("first_name", "Owned"), owners)
                        .status())
                .isEqualTo(404);
        assertThat(customer.client()
                        .send(
                                "DELETE",
                                "/users/" + member.id(),
                                Map.of("Authorization", "Bearer " + owners),
                                null,
                                null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorChangesAPersonWhoseNewAddressIsNotVerified(House house) {
        Customer customer = Customer.of(house, "127.0.82.3");
        Person person = house.newPerson();

        Answer changed = customer.client()
                .json(
                        "PATCH",
                        "/users/" + person.id(),
                        Map.of("email", "set-" + person.email(), "last_name", "Set"),
                        customer.adminToken());

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("email")).isEqualTo("set-" + person.email());
        assertThat(changed.text("email_verified")).isEqualTo("false");
        Answer taken = customer.client()
                .json(
                        "PATCH",
                        "/users/" + person.id(),
                        Map.of("email", customer.owner().email()),
                        customer.adminToken());
        assertThat(taken.status()).as(taken.body()).isEqualTo(409);
        assertThat(taken.text("/errors/0/pointer")).isEqualTo("/email");
    }

    @Test
    void anAdministratorMakesAnAccountAndInvitesItsOwner(House house) {
        Customer customer = Customer.of(house, "127.0.82.4");
        String address = "made-" + customer.owner().email();

        Answer made = customer.client()
                .post(
                        "/users/profile",
                        Map.of(
                                "email",
                                address,
                                "first_name",
                                "Made",
                                "organization_id",
                                customer.id(),
                                "roles",
                                List.of("admin"),
                                "send_invitation",
                                true),
                        customer.adminToken());

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Location")).contains(house.realm() + "/users/" + made.text("id"));
        assertThat(house.inbox().linkAfter(0, address)).contains("/login-actions/action-token?key=");
        assertThat(customer.client()
                        .get("/organizations/" + customer.id() + "/users/" + made.text("id"), customer.ownerToken())
                        .text("/roles/0"))
                .isEqualTo("admin");

        Answer again = customer.client().post("/users/profile", Map.of("email", address), customer.adminToken());
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        Answer unfit = customer.client().post("/users/profile", Map.of("email", "no address"), customer.adminToken());
        assertThat(unfit.status()).as(unfit.body()).isEqualTo(400);
        assertThat(unfit.text("/errors/0/pointer")).isEqualTo("/email");
    }

    @Test
    void aTemporaryPasswordMeetsTheRealmsPolicyAndHasToBeChanged(House house) {
        String realm = "strict";
        house.newRealm(realm);
        send(house, "PUT", "/" + realm, Map.of("passwordPolicy", "length(12)"));
        send(
                house,
                "POST",
                "/" + realm + "/clients",
                Map.of("clientId", "desk", "publicClient", true, "directAccessGrantsEnabled", true));
        String location = send(
                        house,
                        "POST",
                        "/" + realm + "/users",
                        Map.of(
                                "username",
                                "boss",
                                "enabled",
                                true,
                                "email",
                                "boss@strict.example.test",
                                "firstName",
                                "The",
                                "lastName",
                                "Boss",
                                "credentials",
                                List.of(Map.of("type", "password", "value", "long-enough-1"))))
                .header("Location")
                .orElseThrow();
        String boss = location.substring(location.lastIndexOf('/') + 1);
        String management = send(house, "GET", "/" + realm + "/clients?clientId=realm-management", null)
                .text("/0/id");
        String role = send(house, "GET", "/" + realm + "/clients/" + management + "/roles/manage-users", null)
                .text("id");
        send(
                house,
                "POST",
                "/" + realm + "/users/" + boss + "/role-mappings/clients/" + management,
                List.of(Map.of("id", role, "name", "manage-users")));
        Client client = house.client(realm, "127.0.82.6");
        String token = client.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "desk",
                                "username",
                                "boss",
                                "password",
                                "long-enough-1"))
                .text("access_token");

        Answer weak = client.post(
                "/users/profile", Map.of("email", "eve@strict.example.test", "temporary_password", "short"), token);
        Answer made = client.post(
                "/users/profile",
                Map.of("email", "eve@strict.example.test", "temporary_password", "long-enough-2"),
                token);

        assertThat(weak.status()).as(weak.body()).isEqualTo(422);
        assertThat(weak.text("/errors/0/code")).isEqualTo("min_length");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(send(house, "GET", "/" + realm + "/users/" + made.text("id"), null)
                        .text("/requiredActions/0"))
                .isEqualTo("UPDATE_PASSWORD");
        assertThat(client.get("/auth/me", token).status())
                .as("by a client that is not first-party")
                .isEqualTo(403);
    }

    private static Answer send(House house, String method, String path, @Nullable Object body) {
        Answer answer = house.console().send(method, path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    @Test
    void whoManagesMembersMakesAccountsInTheOrganizationsOwnDomainOnly(House house) {
        Customer customer = Customer.of(house, "127.0.82.5");
        String domain = customer.alias() + ".example.test";
        Answer edited = house.admin(
                "PUT",
                "/organizations/" + customer.id(),
                Map.of(
                        "id",
                        customer.id(),
                        "name",
                        customer.alias(),
                        "alias",
                        customer.alias(),
                        "enabled",
                        true,
                        "domains",
                        List.of(Map.of("name", domain, "verified", true))));
        assertThat(edited.status()).as(edited.body()).isEqualTo(204);
        Map<String, Object> wish =
                new HashMap<>(Map.of("email", "eve@" + domain, "organization_id", customer.id(), "first_name", "Eve"));
        Client client = customer.client();

        Answer made = client.post("/users/profile", wish, customer.ownerToken());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(client.get("/organizations/" + customer.id() + "/users/" + made.text("id"), customer.ownerToken())
                        .text("/email"))
                .isEqualTo("eve@" + domain);

        wish.put("email", "eve@elsewhere.example.test");
        assertThat(client.post("/users/profile", wish, customer.ownerToken()).status())
                .isEqualTo(403);
        wish.put("email", "adam@" + domain);
        wish.put("username", "root");
        Answer named = client.post("/users/profile", wish, customer.ownerToken());
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.text("/errors/0/pointer")).isEqualTo("/username");
        wish.remove("username");
        wish.remove("organization_id");
        assertThat(client.post("/users/profile", wish, customer.ownerToken()).status())
                .isEqualTo(403);

        Person outsider = house.newPerson();
        String outsiders = house.login(outsider, "127.0.82.5").text("access_token");
        wish.put("organization_id", customer.id());
        assertThat(client.post("/users/profile", wish, outsiders).status()).isEqualTo(404);
        Person member = house.newPerson();
        customer.add(member);
        String members = house.login(member, "127.0.82.5").text("access_token");
        assertThat(client.post("/users/profile", wish, members).status()).isEqualTo(403);
    }

    private static List<Object> look(Answer answer) {
        return List.of(answer.status(), answer.headers().keySet(), answer.text("type"));
    }
}
