package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Partner;
import dev.gatehouse.journeys.house.Person;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the cells of the matrix share: an organization that can ask for a factor, another application, another realm. */
final class Ground {
    static final String APP = "gatehouse-app";
    static final String ANOTHER_APP = "another-app";

    private final House house;
    private final Partner partner;
    private final String organization;
    private final Map<FactorKind, Stranger> strangers = new EnumMap<>(FactorKind.class);
    private final Set<String> members = new HashSet<>();
    private int holders;

    Ground(House house) {
        this.house = house;
        partner = Partner.realm(house, "partner");
        Answer app = house.admin(
                "POST",
                "/clients",
                Map.of(
                        "clientId",
                        ANOTHER_APP,
                        "publicClient",
                        true,
                        "standardFlowEnabled",
                        true,
                        "redirectUris",
                        List.of("http://127.0.0.1/*")));
        assertThat(app.status()).as(app.body()).isEqualTo(201);
        Answer made = house.admin("POST", "/organizations", organizationWith(true));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String location = made.header("Location").orElseThrow();
        organization = location.substring(location.lastIndexOf('/') + 1);
    }

    House house() {
        return house;
    }

    Partner partner() {
        return partner;
    }

    /** Somebody new. Who has no factor is a member of the organization, which asks for one. */
    Holder newHolder(FactorKind kind) {
        Holder holder = Holder.of(house, kind, ++holders);
        if (kind == FactorKind.NONE) {
            join(holder.person());
        }
        return holder;
    }

    void join(Person person) {
        if (members.add(person.id())) {
            house.console().addMember(organization, person.id());
        }
    }

    /** Whether the organization asks for a factor. */
    void policy(boolean required) {
        Map<String, Object> wanted = new HashMap<>(organizationWith(required));
        wanted.put("id", organization);
        Answer edited = house.admin("PUT", "/organizations/" + organization, wanted);
        assertThat(edited.status()).as(edited.body()).isEqualTo(204);
    }

    Client client() {
        return house.client(address());
    }

    Visitor visitor() {
        return Visitor.of(house, address());
    }

    /** Somebody else, who is at the same step with the same kind. */
    Stranger stranger(FactorKind kind) {
        return strangers.computeIfAbsent(kind, missing -> {
            Holder holder = newHolder(kind);
            holder.expectCode();
            RestDoor door = RestDoor.ofLogin(client(), passwordByRest(client(), holder, Map.of()), kind);
            return new Stranger(door.name(), holder.rightCode());
        });
    }

    static Answer passwordByRest(Client client, Holder holder, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "username", holder.person().username(),
                "password", holder.person().password()));
        body.putAll(more);
        return client.post("/auth/login", body);
    }

    /** Ends the person's sessions; what browsers keep stays. */
    void endSessions(Person person) {
        assertThat(house.admin("POST", "/users/" + person.id() + "/logout", null)
                        .status())
                .isEqualTo(204);
    }

    /** One for each person, so that no limit by address is met. */
    private String address() {
        return "127.0.80." + (1 + holders % 250);
    }

    private static Map<String, Object> organizationWith(boolean required) {
        return Map.of(
                "name",
                "strict",
                "alias",
                "strict",
                "enabled",
                true,
                "attributes",
                Map.of("gatehouse.policy.mfa.required", List.of(String.valueOf(required))));
    }
}
