package dev.gatehouse.journeys.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The people and organizations of the matrix. Organizations are made anew whenever one was changed. */
final class Ground {
    private static final Duration TOKENS_GOOD = Duration.ofMinutes(3);
    private static final String ADDRESS = "127.0.6.1";

    /** The variables of paths inside an organization, and where nothing is. */
    static final Map<String, String> ABSENT = Map.of(
            "user_id", "00000000-0000-0000-0000-00000000dead",
            "name", "no-such-role",
            "invitation_id", "00000000-0000-0000-0000-00000000dead",
            "domain", "absent.example.test");

    private record Login(String token, Instant at) {}

    private final House house;
    private final Client client;
    private final Map<Kind, Person> people = new EnumMap<>(Kind.class);
    private final Map<Kind, Login> logins = new EnumMap<>(Kind.class);
    private final Map<String, String> aliases = new HashMap<>();
    private int made;
    private @Nullable Site site;
    private final Site other;

    Ground(House house) {
        this.house = house;
        this.client = house.client(ADDRESS);
        people.put(Kind.SUSPENDED, house.newPerson());
        people.put(Kind.OUTSIDER, house.newPerson());
        people.put(Kind.OWNER_OF_ANOTHER, house.newPerson("create-organization"));
        people.put(Kind.MEMBER, house.newPerson());
        people.put(Kind.ADMIN, house.newPerson());
        people.put(Kind.OWNER, house.newPerson("create-organization"));
        people.put(Kind.REALM_ADMIN, house.demoUser("admin-demo"));
        token(Kind.SUSPENDED);
        this.other = open(Kind.OWNER_OF_ANOTHER, house.newPerson());
        house.disable(person(Kind.SUSPENDED));
    }

    Client client() {
        return client;
    }

    Person person(Kind kind) {
        return Objects.requireNonNull(people.get(kind));
    }

    /** The organization whose owner, admin and member the callers are. */
    Site site() {
        if (site == null) {
            site = open(Kind.OWNER, person(Kind.MEMBER));
        }
        return site;
    }

    /** The organization of {@link Kind#OWNER_OF_ANOTHER}. */
    Site other() {
        return other;
    }

    String aliasOf(String organization) {
        return aliases.getOrDefault(organization, "none");
    }

    /** To be told when something was changed. */
    void spoil() {
        site = null;
    }

    @Nullable
    String token(Kind kind) {
        if (kind == Kind.ANONYMOUS) {
            return null;
        }
        Login login = logins.get(kind);
        boolean renew = login == null
                || (kind != Kind.SUSPENDED && login.at().plus(TOKENS_GOOD).isBefore(Instant.now()));
        if (login == null || renew) {
            login = new Login(house.login(person(kind), ADDRESS).text("access_token"), Instant.now());
            logins.put(kind, login);
        }
        return login.token();
    }

    private Site open(Kind owner, Person member) {
        String name = "matrix-" + person(owner).username() + "-" + made++;
        String owners = token(owner);
        Answer created = done(client.post("/organizations", Map.of("name", name), owners));
        String id = created.text("id");
        aliases.put(id, created.text("alias"));
        String admins = token(Kind.REALM_ADMIN);
        add(id, member, "member", admins);
        if (owner == Kind.OWNER) {
            add(id, person(Kind.ADMIN), "admin", admins);
        }
        Map<String, String> variables = new HashMap<>(Map.of("user_id", member.id()));
        String role = "role-of-" + name;
        String domain = name + ".example.test";
        done(client.post(
                "/organizations/" + id + "/roles",
                Map.of("name", role, "permissions", List.of("invoice:approve")),
                owners));
        variables.put("name", role);
        String invited = name + "@elsewhere.example.test";
        done(client.post("/organizations/" + id + "/invitations", Map.of("email", invited), owners));
        JsonNode invitations =
                client.get("/organizations/" + id + "/invitations", owners).json();
        variables.put("invitation_id", invitations.at("/items/0/id").asText());
        done(client.post("/organizations/" + id + "/domains", Map.of("domain", domain), owners));
        variables.put("domain", domain);
        return new Site(id, variables);
    }

    private void add(String organization, Person person, String role, @Nullable String token) {
        done(client.post(
                "/organizations/" + organization + "/users",
                Map.of("user_id", person.id(), "roles", List.of(role)),
                token));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
