package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Seats, and who may sit on them, on the ways in that Keycloak itself has. */
@InHouse
class OrganizationAdmissionTest {

    @Test
    void ofManyWhomTheConsoleAddsAtOnceAsManyGetInAsThereAreSeats(House house) throws Exception {
        Place place = Place.of(house, "127.0.16.1", Map.of("gatehouse.policy.seats.limit", List.of("2")));
        List<Person> people = Stream.generate(house::newPerson).limit(8).toList();
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Answer>> joins = new ArrayList<>();
            people.forEach(person -> joins.add(threads.submit(() -> {
                start.await();
                return place.add(person);
            })));
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> join : joins) {
                Answer answer = join.get();
                statuses.add(answer.status());
                if (answer.status() != 201) {
                    assertThat(answer.body()).contains("All seats of the organization are taken or promised");
                }
            }
            assertThat(statuses).containsOnly(201, 400).containsOnlyOnce(201);
        } finally {
            threads.shutdownNow();
        }
        assertThat(place.members()).isEqualTo(2);
        assertThat(place.client()
                        .post(
                                "/organizations/" + place.id() + "/users",
                                Map.of("email", "late@example.test"),
                                place.token())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoHasAnAddressInAVerifiedDomainJoinsWithTheLogin(House house) {
        Person person = house.newPerson();
        Place place = Place.of(
                house, "127.0.16.2", Map.of("gatehouse.policy.domains.auto-join", List.of("true")), person.username());
        house.admin("PUT", "/users/" + person.id(), Map.of("email", person.username() + "@" + place.domain()));
        int before = place.members();
        // The address is somebody else's until it is verified.
        house.admin("PUT", "/users/" + person.id(), Map.of("emailVerified", false));
        assertThat(place.members()).isEqualTo(before);
        house.admin("PUT", "/users/" + person.id(), Map.of("emailVerified", true));
        Person moved =
                new Person(person.id(), person.username(), person.username() + "@" + place.domain(), person.password());
        house.login(moved, "127.0.16.3");
        assertThat(place.members()).isEqualTo(before + 1);
        house.login(moved, "127.0.16.3");
        assertThat(place.members()).isEqualTo(before + 1);
    }

    @Test
    void aRestrictedOrganizationLetsNobodyElseIn(House house) {
        Place place =
                Place.of(house, "127.0.16.4", Map.of("gatehouse.policy.domains.restrict-to-domains", List.of("true")));
        Answer added = place.add(house.newPerson());
        assertThat(added.status()).isEqualTo(400);
        assertThat(added.body()).contains("restricted");
        assertThat(place.members()).isEqualTo(1);
        Answer invited = place.client()
                .post(
                        "/organizations/" + place.id() + "/users",
                        Map.of("email", "x@elsewhere.example.test"),
                        place.token());
        assertThat(invited.status()).as(invited.body()).isEqualTo(409);
    }

    @Test
    void anOrganizationHasTheQuotaOfItsTier(House house) {
        Place place = Place.of(house, "127.0.16.5", Map.of("gatehouse.policy.rate-limit.tier", List.of("misspelt")));
        List<Integer> statuses = IntStream.range(0, 130)
                .mapToObj(number -> place.client().get("/organizations/" + place.id(), place.token()))
                .map(Answer::status)
                .toList();
        assertThat(statuses).contains(200, 429).containsOnly(200, 429);
        Answer refused = place.client().get("/organizations/" + place.id(), place.token());
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.text("/violated-policies/0")).isEqualTo("organization-basic");
        assertThat(place.client().get("/organizations", place.token()).status()).isEqualTo(200);
    }

    /** An organization with policies that an administrator gave it. */
    private record Place(House house, Client client, String token, String id, String domain) {
        static Place of(House house, String address, Map<String, List<String>> attributes) {
            return of(house, address, attributes, "nobody");
        }

        static Place of(House house, String address, Map<String, List<String>> attributes, String label) {
            Person founder = house.newPerson("create-organization");
            Client client = house.client(address);
            String token = house.login(founder, address).text("access_token");
            String alias = "admission-" + founder.username();
            String domain = label + "-" + founder.username() + ".example.test";
            Answer created = client.post("/organizations", Map.of("name", alias, "alias", alias), token);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            Answer changed = house.admin(
                    "PUT",
                    "/organizations/" + created.text("id"),
                    Map.of(
                            "id",
                            created.text("id"),
                            "name",
                            alias,
                            "alias",
                            alias,
                            "enabled",
                            true,
                            "attributes",
                            attributes,
                            "domains",
                            List.of(Map.of("name", domain, "verified", true))));
            assertThat(changed.status()).as(changed.body()).isEqualTo(204);
            return new Place(house, client, token, created.text("id"), domain);
        }

        /** As the admin console does it. */
        Answer add(Person person) {
            return house.console().send("POST", "/demo/organizations/" + id + "/members", person.id());
        }

        int members() {
            return Integer.parseInt(house.admin("GET", "/organizations/" + id + "/members/count", null)
                    .body());
        }
    }
}
