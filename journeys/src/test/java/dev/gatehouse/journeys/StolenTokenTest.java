package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody has got hold of a token, and tries what it opens elsewhere than where it belongs. */
@InHouse
class StolenTokenTest {
    private static final String GATEWAY = "/auth/validate?audience=gatehouse-service";

    @Test
    void onlyAnAccessTokenIsABearerToken(House house) {
        Client thief = house.client("127.0.64.1");
        Answer tokens = logIn(house.newPerson(List.of()), thief, "openid");
        for (String field : List.of("id_token", "refresh_token")) {
            assertThat(thief.get("/auth/me", tokens.text(field)).status())
                    .as(field)
                    .isEqualTo(401);
            assertThat(thief.get(GATEWAY, tokens.text(field)).status())
                    .as(field)
                    .isEqualTo(401);
            assertThat(validated(thief, tokens.text(field)).json().size())
                    .as(field)
                    .isOne();
        }
        assertThat(thief.get(GATEWAY, tokens.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenIsForItsClientAlone(House house) {
        Client thief = house.client("127.0.64.2");
        Answer tokens = logIn(house.newPerson(List.of()), thief, "openid");
        Answer elsewhere = thief.post(
                "/auth/refresh", Map.of("refresh_token", tokens.text("refresh_token"), "client_id", "admin-cli"));
        assertThat(elsewhere.status()).as(elsewhere.body()).isIn(401, 403);
        Answer accessToken = thief.post("/auth/refresh", Map.of("refresh_token", tokens.text("access_token")));
        assertThat(accessToken.status()).as(accessToken.body()).isEqualTo(401);
    }

    @Test
    void whatALoginLacksIsNotMadeUpForByTheLoginOfAnother(House house) {
        Client thief = house.client("127.0.64.3");
        Person victim = house.newPerson();
        Person accomplice = house.newPerson();
        Answer stolen = due(victim, thief);
        Answer own = due(accomplice, thief);
        int before = house.inbox().messagesTo(accomplice.email()).size();
        Answer challenge = thief.post(
                "/mfa/challenge", Map.of("mfa_token", own.text("mfa_token"), "method_id", own.text("/methods/0/id")));
        String code = house.inbox().codeAfter(before, accomplice.email());

        Answer crossed = thief.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", stolen.text("mfa_token"),
                        "challenge_id", challenge.text("challenge_id"),
                        "code", code));
        assertThat(crossed.status()).as(crossed.body()).isIn(400, 401, 404, 422);
        Answer foreignMethod = thief.post(
                "/mfa/challenge",
                Map.of("mfa_token", stolen.text("mfa_token"), "method_id", own.text("/methods/0/id")));
        assertThat(foreignMethod.status()).as(foreignMethod.body()).isIn(400, 401, 404);
        assertThat(thief.get("/auth/me", stolen.text("mfa_token")).status())
                .as("an mfa_token as bearer")
                .isEqualTo(401);
    }

    @Test
    void anApplicationOfSomebodyElseActsInNoOrganization(House house) {
        Client thief = house.client("127.0.64.6");
        Person owner = house.newPerson(List.of());
        Company company = Company.found(house, "127.0.64.6");
        house.console().addMember(company.id(), owner.id());
        String own = logIn(owner, thief, "openid").text("access_token");
        assertThat(company.assign(company.founder(), new Company.Employee(owner, own), "owner")
                        .status())
                .isEqualTo(200);
        String organization = "/organizations/" + company.id();
        assertThat(thief.get(organization, own).status()).isEqualTo(200);
        for (String token : List.of(consented(thief, owner), service(thief))) {
            for (String operation : List.of(
                    "GET /organizations",
                    "GET " + organization,
                    "GET " + organization + "/users",
                    "GET " + organization + "/dashboard",
                    "DELETE " + organization + "/users/" + company.founder().id(),
                    "DELETE " + organization)) {
                String[] words = operation.split(" ");
                assertThat(thief.send(words[0], words[1], Map.of("Authorization", "Bearer " + token), null, null)
                                .status())
                        .as(operation)
                        .isEqualTo(403);
            }
            assertThat(thief.post(organization + "/invitations", Map.of("email", "thief@example.test"), token)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(thief.get(organization, own).status()).isEqualTo(200);
    }

    /** What somebody else's application has once the person logged in there. */
    private static String consented(Client thief, Person person) {
        return thief.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", person.username(),
                                "password", person.password(),
                                "scope", "openid"))
                .text("access_token");
    }

    private static String service(Client thief) {
        return thief.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "gatehouse-service",
                                "client_secret", "gatehouse-demo-service-secret"))
                .text("access_token");
    }

    @Test
    void anApplicationOfSomebodyElseManagesNoAccount(House house) {
        Client thief = house.client("127.0.64.5");
        Person person = house.newPerson(List.of());
        String own = logIn(person, thief, "openid").text("access_token");
        String consented = consented(thief, person);
        String service = service(thief);
        String session = thief.get("/auth/sessions", own).text("/items/0/id");
        for (String token : List.of(consented, service)) {
            for (String operation : List.of(
                    "GET /auth/me",
                    "GET /users/" + person.id() + "/dashboard",
                    "GET /auth/sessions",
                    "DELETE /auth/sessions",
                    "DELETE /auth/sessions/" + session,
                    "GET /mfa/methods",
                    "GET /mfa/trusted-devices",
                    "DELETE /mfa/trusted-devices",
                    "DELETE /mfa/trusted-devices/00000000-0000-0000-0000-000000000000")) {
                String[] words = operation.split(" ");
                Answer refused = thief.send(words[0], words[1], Map.of("Authorization", "Bearer " + token), null, null);
                assertThat(refused.status()).as(operation).isIn(403, 404);
                assertThat(refused.status() == 404)
                        .as(operation)
                        .isEqualTo(token.equals(service) && operation.contains("/users/"));
            }
        }
        assertThat(thief.get("/auth/sessions", own).text("/items/0/id")).isNotEmpty();
    }

    @Test
    void aTokenThatIsBoundToAKeyOpensNoGatewayWithoutIt(House house) throws JOSEException {
        Client thief = house.client("127.0.64.4");
        Person person = house.newPerson(List.of());
        var proofs = new DefaultDPoPProofFactory(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
        String endpoint = house.realm() + "/protocol/openid-connect/token";
        Answer bound = house.plainClient("127.0.64.4")
                .send(
                        "POST",
                        "/protocol/openid-connect/token",
                        Map.of(
                                "DPoP",
                                proofs.createDPoPJWT("POST", URI.create(endpoint))
                                        .serialize()),
                        "grant_type=password&client_id=gatehouse-app&scope=openid&username=" + person.username()
                                + "&password=" + person.password(),
                        "application/x-www-form-urlencoded");
        assertThat(bound.text("token_type")).isEqualTo("DPoP");
        String token = bound.text("access_token");

        assertThat(thief.get(GATEWAY, token).status()).isEqualTo(401);
        assertThat(thief.get("/auth/me", token).status()).isEqualTo(401);
        Answer told = validated(thief, token);
        assertThat(told.json().get("active").asBoolean()).isTrue();
        assertThat(told.text("/cnf/jkt")).isNotEmpty();
    }

    private static Answer due(Person person, Client client) {
        Answer due = client.post("/auth/login", Map.of("username", person.username(), "password", person.password()));
        assertThat(due.status()).as(due.body()).isEqualTo(403);
        return due;
    }

    private static Answer logIn(Person person, Client client, String scope) {
        Answer tokens = client.post(
                "/auth/login", Map.of("username", person.username(), "password", person.password(), "scope", scope));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        return tokens;
    }

    private static Answer validated(Client client, String token) {
        return client.send(
                "POST",
                "/auth/validate",
                Map.of("Authorization", Credentials.OF_SERVICE),
                "{\"token\": \"" + token + "\"}",
                "application/json");
    }
}
