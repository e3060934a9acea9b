package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organization made for one story, with its founder as the owner. */
record Company(House house, Client client, String address, String id, String alias, Employee founder) {

    /** Somebody with a token. */
    record Employee(Person person, String token) {
        String id() {
            return person.id();
        }
    }

    static Company found(House house, String address) {
        Client client = house.client(address);
        Person person = house.newPerson("create-organization");
        Employee founder = new Employee(person, house.login(person, address).text("access_token"));
        String alias = "company-of-" + person.username();
        Answer created = client.post(
                "/organizations", Map.of("name", "Company of " + person.username(), "alias", alias), founder.token());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return new Company(house, client, address, created.text("id"), alias, founder);
    }

    /** Somebody new, who logs in after having become a member with these roles. */
    Employee hire(String... roles) {
        Person person = house.newPerson();
        house.console().addMember(id, person.id());
        Employee employee = new Employee(person, house.login(person, address).text("access_token"));
        if (roles.length > 0) {
            assertThat(assign(founder, employee, roles).status()).isEqualTo(200);
        }
        return employee;
    }

    /** Somebody new, who is no member. */
    Employee stranger() {
        Person person = house.newPerson();
        return new Employee(person, house.login(person, address).text("access_token"));
    }

    Answer assign(Employee who, Employee whom, String... roles) {
        return send(who, "PUT", "/users/" + whom.id() + "/roles", Map.of("roles", List.of(roles)));
    }

    Answer makeRole(Employee who, String name, String... permissions) {
        return send(who, "POST", "/roles", Map.of("name", name, "permissions", List.of(permissions)));
    }

    Answer get(Employee who, String path) {
        return send(who, "GET", path, null);
    }

    Answer delete(Employee who, String path) {
        return send(who, "DELETE", path, null);
    }

    /** @param path under the organization's own, empty for itself */
    Answer send(Employee who, String method, String path, @Nullable Map<String, ?> body) {
        return body == null
                ? client.send(method, path(path), Map.of("Authorization", "Bearer " + who.token()), null, null)
                : client.json(method, path(path), body, who.token());
    }

    List<String> rolesOf(Employee employee) {
        List<String> names = new ArrayList<>();
        get(founder, "/users/" + employee.id()).json().get("roles").forEach(role -> names.add(role.asText()));
        return names;
    }

    private String path(String rest) {
        return "/organizations/" + id + rest;
    }
}
