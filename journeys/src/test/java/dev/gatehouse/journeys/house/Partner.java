package dev.gatehouse.journeys.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Another realm of the same server that the demo realm trusts as an identity provider, by OpenID Connect.
 *
 * @param realm the other realm's name
 * @param alias the identity provider's
 */
public record Partner(House house, String realm, String alias) {

    /** What our documentation asks of each identity provider. */
    private static final String FLOW_AFTER_LOGIN = "gatehouse after broker login";

    /** A new realm, set up as our documentation asks. */
    public static Partner realm(House house, String name) {
        Answer made = house.console().send("POST", "", Map.of("realm", name, "enabled", true));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return trusted(house, name, name, Map.of("postBrokerLoginFlowAlias", FLOW_AFTER_LOGIN));
    }

    /** A realm that is there already. */
    static Partner trusted(House house, String realm, String alias, Map<String, ?> more) {
        String secret = "a-secret-of-" + alias;
        Answer client = house.console()
                .send(
                        "POST",
                        "/" + realm + "/clients",
                        Map.of(
                                "clientId",
                                alias,
                                "secret",
                                secret,
                                "publicClient",
                                false,
                                "standardFlowEnabled",
                                true,
                                "redirectUris",
                                List.of(house.realm() + "/broker/" + alias + "/endpoint")));
        assertThat(client.status()).as(client.body()).isEqualTo(201);
        String issuer = house.server().base() + "/realms/" + realm;
        String endpoints = issuer + "/protocol/openid-connect/";
        Map<String, Object> provider = new HashMap<>(more);
        provider.putAll(Map.of("alias", alias, "providerId", "oidc", "enabled", true));
        provider.put(
                "config",
                Map.of(
                        "clientId",
                        alias,
                        "clientSecret",
                        secret,
                        "clientAuthMethod",
                        "client_secret_post",
                        "issuer",
                        issuer,
                        "authorizationUrl",
                        endpoints + "auth",
                        "tokenUrl",
                        endpoints + "token",
                        "userInfoUrl",
                        endpoints + "userinfo",
                        "jwksUrl",
                        endpoints + "certs",
                        "useJwksUrl",
                        "true",
                        "validateSignature",
                        "true"));
        Answer trusted = house.admin("POST", "/identity-provider/instances", provider);
        assertThat(trusted.status()).as(trusted.body()).isEqualTo(201);
        return new Partner(house, realm, alias);
    }

    /** Gives somebody of the demo realm an account there, with the same name and password, by which to log in here. */
    public void link(Person person) {
        Answer known = house.admin("GET", "/users/" + person.id() + "/federated-identity", null);
        if (!known.json().isEmpty()) {
            return;
        }
        String userId = account(person);
        link(person, userId, person.username());
    }

    /** Gives somebody an account there that nobody has linked with the one here. */
    public String account(Person person) {
        Answer created = house.console()
                .send(
                        "POST",
                        "/" + realm + "/users",
                        Map.of(
                                "username",
                                person.username(),
                                "email",
                                person.email(),
                                "emailVerified",
                                true,
                                "firstName",
                                "Some",
                                "lastName",
                                "Body",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", person.password()))));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String location = created.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void link(Person person, String userId, String username) {
        Answer linked = house.admin(
                "POST",
                "/users/" + person.id() + "/federated-identity/" + alias,
                Map.of("identityProvider", alias, "userId", userId, "userName", username));
        assertThat(linked.status()).as(linked.body()).isEqualTo(204);
    }
}
