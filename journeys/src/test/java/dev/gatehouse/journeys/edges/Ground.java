package dev.gatehouse.journeys.edges;

import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who may ask nearly everything, and things of theirs to ask about. */
record Ground(House house, Person person, String token, String organization) {
    private static final String NOTHING = "00000000-0000-0000-0000-00000000dead";

    /** Of all grounds together: some stories use quotas up. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

    static Ground of(House house) {
        Person person = house.newPerson("create-organization");
        house.makeRealmAdministrator(person);
        String token = house.login(person, "127.0.90.1").text("access_token");
        String name = "edges-" + person.username();
        Answer organization =
                house.client("127.0.90.1").post("/organizations", Map.of("name", name, "alias", name), token);
        return new Ground(house, person, token, organization.text("id"));
    }

    /** Each operation is asked from an address of its own, which has the whole of every quota. */
    String newAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "127.0." + (90 + number / 250) + "." + (1 + number % 250);
    }

    Client client() {
        return house.client(newAddress());
    }

    /** The path with what is theirs where they have it, and with what is nowhere otherwise. */
    String path(DescribedOperation operation) {
        String path = operation.path();
        if (path.startsWith("/organizations/")) {
            path = path.replace("{id}", organization);
        } else if (path.startsWith("/users/")) {
            path = path.replace("{id}", person.id());
        }
        if (operation.toString().equals("GET /auth/validate")) {
            path += "?audience=gatehouse-service";
        }
        return nowhere(path.replace("{user_id}", person.id())
                .replace("{name}", "member")
                .replace("{action}", "terms")
                .replace("{file}", "swagger-ui.css"));
    }

    /** The path with ids that nothing has. */
    static String nowhere(String path) {
        return path.replaceAll("\\{[^}]+}", NOTHING);
    }

    /** Who may ask: a service where services ask, the person otherwise, and nobody where anyone may. */
    Map<String, String> authorization(DescribedOperation operation) {
        boolean forServices =
                !operation.description().path("security").findValues("service").isEmpty();
        if (forServices) {
            return Map.of("Authorization", Credentials.OF_SERVICE);
        }
        return operation.description().path("security").findValues("user").isEmpty()
                ? Map.of()
                : Map.of("Authorization", "Bearer " + token, "If-Match", "*");
    }
}
