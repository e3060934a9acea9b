package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer's organization comes into being, and stays its own. */
@InHouse
class OrganizationTest {
    @Test
    void whoMayCreateOneOwnsItAndAnOutsiderDoesNotEvenSeeIt(House house) {
        Person founder = house.newPerson("create-organization");
        Person outsider = house.newPerson();
        Client client = house.client("127.0.5.1");
        String founders = house.login(founder, "127.0.5.1").text("access_token");
        String outsiders = house.login(outsider, "127.0.5.2").text("access_token");
        String alias = "org-" + founder.username();

        Answer refused = client.post("/organizations", Map.of("name", "Not mine", "alias", "not-" + alias), outsiders);
        assertThat(refused.status()).isEqualTo(403);

        Answer created = client.post("/organizations", Map.of("name", "Founded", "alias", alias), founders);
        assertThat(created.status()).isEqualTo(201);
        String id = created.text("id");
        assertThat(created.header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/organizations/" + id));

        assertThat(client.get("/organizations/" + id, founders).text("alias")).isEqualTo(alias);
        Answer members = client.get("/organizations/" + id + "/users", founders);
        assertThat(members.text("/items/0/id")).isEqualTo(founder.id());
        assertThat(members.text("/items/0/roles/0")).isEqualTo("owner");
        assertThat(client.get("/organizations", founders).text("/items/0/id")).isEqualTo(id);

        Answer hidden = client.get("/organizations/" + id, outsiders);
        Answer absent = client.get("/organizations/00000000-0000-0000-0000-000000000000", outsiders);
        assertThat(hidden.status()).isEqualTo(absent.status()).isEqualTo(404);
        assertThat(hidden.headers().keySet()).isEqualTo(absent.headers().keySet());
        assertThat(hidden.text("type")).isEqualTo(absent.text("type"));
        assertThat(client.get("/organizations/" + id + "/users", outsiders).status())
                .isEqualTo(404);
        assertThat(client.post("/organizations/" + id + "/users", Map.of("email", "x@example.test"), outsiders)
                        .status())
                .isEqualTo(404);

        assertThat(client.post("/organizations", Map.of("name", "Again", "alias", alias), founders)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anInvitationIsAnsweredTheSameWhetherOrNotTheAddressIsKnown(House house) {
        Person founder = house.newPerson("create-organization");
        Person known = house.newPerson();
        Client client = house.client("127.0.5.3");
        String token = house.login(founder, "127.0.5.3").text("access_token");
        String id = client.post("/organizations", Map.of("name", "Inviting " + founder.username()), token)
                .text("id");

        Answer toKnown = client.post("/organizations/" + id + "/users", Map.of("email", known.email()), token);
        Answer toUnknown = client.post(
                "/organizations/" + id + "/users", Map.of("email", "new-" + known.username() + "@example.test"), token);

        assertThat(toKnown.status()).isEqualTo(toUnknown.status()).isEqualTo(202);
        assertThat(toKnown.headers().keySet()).isEqualTo(toUnknown.headers().keySet());
        assertThat(client.get("/organizations/" + id + "/users", token).json().get("items"))
                .hasSize(1);
    }

    @Test
    void theTokenOfAMemberSaysWhatTheyMayDo(House house) throws ParseException {
        Answer tokens = house.login(house.demoUser("carol"), "127.0.5.4", "globex");

        Map<String, Object> organization =
                SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getJSONObjectClaim("organization");

        assertThat(organization).containsOnlyKeys("globex");
        assertThat(organization.get("globex"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKeys("id", "roles", "permissions")
                .extractingByKey("roles")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("owner");
    }
}
