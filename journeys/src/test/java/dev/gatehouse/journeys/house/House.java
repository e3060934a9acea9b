package dev.gatehouse.journeys.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.testing.KafkaBroker;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.ExchangeCheck;
import dev.gatehouse.server.testing.RunningServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The assembled server with the demo realm, a Kafka broker and the inbox: started once, shared by all stories. A story
 * makes the people it needs and comes from addresses of its own, so that no limit leaks into another.
 */
public final class House implements AutoCloseable {
    private static final String PASSWORD = "gatehouse-demo-1";

    private final KafkaBroker broker;
    private final RunningServer server;
    private final Client master;
    private final Client root;
    private final Inbox inbox;
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger people = new AtomicInteger();

    private House(KafkaBroker broker, RunningServer server) {
        this.broker = broker;
        this.server = server;
        this.root = client(server.base(), "127.0.9.1", ExchangeCheck.NONE);
        this.master = masterClient("127.0.9.1");
        this.inbox = new Inbox(root);
    }

    static House open() {
        KafkaBroker broker = KafkaBroker.start();
        try {
            return new House(
                    broker,
                    RunningServer.start("--gatehouse.events.kafka.bootstrap-servers=" + broker.bootstrapServers()));
        } catch (RuntimeException failure) {
            broker.close();
            throw failure;
        }
    }

    /** The demo realm's address, which is its issuer too. */
    public String realm() {
        return server.base() + "/realms/demo";
    }

    public RunningServer server() {
        return server;
    }

    public KafkaBroker broker() {
        return broker;
    }

    public Inbox inbox() {
        return inbox;
    }

    /** A client of the demo realm, held to the contract; paths are those of the contract. */
    public Client client(String address) {
        return client(URI.create(realm()), address, Contract.CHECK);
    }

    public Client masterClient(String address) {
        return client(URI.create(server.base() + "/realms/master"), address, ExchangeCheck.NONE);
    }

    /** A client of health and metrics. */
    public Client management(String address) {
        return client(server.management(), address, ExchangeCheck.NONE);
    }

    /** Somebody new, with a verified address, an e-mail second factor and these realm roles. */
    public Person newPerson(String... realmRoles) {
        String username = "person" + people.incrementAndGet();
        String email = username + "@example.test";
        Answer created = admin(
                "POST",
                "/users",
                Map.of(
                        "username",
                        username,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "firstName",
                        "Some",
                        "lastName",
                        "Body",
                        "credentials",
                        List.of(
                                Map.of("type", "password", "value", PASSWORD),
                                Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}"))));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String location = created.header("Location").orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        if (realmRoles.length > 0) {
            List<Object> roles = new ArrayList<>();
            for (String role : realmRoles) {
                Answer found = admin("GET", "/roles/" + role, null);
                roles.add(Map.of("id", found.text("id"), "name", role));
            }
            adminList("/users/" + id + "/role-mappings/realm", roles);
        }
        return new Person(id, username, email, PASSWORD);
    }

    /** One of the people that the realm file brings along. */
    public Person demoUser(String username) {
        Answer found = admin("GET", "/users?exact=true&username=" + username, null);
        return new Person(found.text("/0/id"), username, username + "@example.test", PASSWORD);
    }

    /** How many failed logins Keycloak's brute force detection holds against somebody. */
    public int failures(Person person) {
        return admin("GET", "/attack-detection/brute-force/users/" + person.id(), null)
                .json()
                .get("numFailures")
                .asInt();
    }

    /** Logs somebody in by REST, with the code from the inbox. */
    public Answer login(Person person, String address) {
        return login(person, address, null);
    }

    /** Logs somebody in by REST, into an organization. */
    public Answer login(Person person, String address, @Nullable String organization) {
        Client client = client(address);
        int before = inbox.messagesTo(person.email()).size();
        Map<String, Object> request = new HashMap<>(Map.of("username", person.username(), "password", PASSWORD));
        if (organization != null) {
            request.put("organization", organization);
        }
        Answer due = client.post("/auth/login", request);
        assertThat(due.status()).as(due.body()).isEqualTo(403);
        String mfaToken = due.text("mfa_token");
        Answer challenge =
                client.post("/mfa/challenge", Map.of("mfa_token", mfaToken, "method_id", due.text("/methods/0/id")));
        assertThat(challenge.status()).as(challenge.body()).isEqualTo(202);
        Answer tokens = client.post(
                "/mfa/verify",
                Map.of(
                        "mfa_token", mfaToken,
                        "challenge_id", challenge.text("challenge_id"),
                        "code", inbox.codeAfter(before, person.email())));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        return tokens;
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
        try {
            server.close();
        } finally {
            broker.close();
        }
    }

    /** Asks Keycloak's own administration of the demo realm. */
    public Answer admin(String method, String path, @Nullable Map<String, ?> body) {
        String token = adminToken();
        String url = "/admin/realms/demo" + path;
        return body == null
                ? root.send(method, url, Map.of("Authorization", "Bearer " + token), null, null)
                : root.json(method, url, body, token);
    }

    private void adminList(String path, List<Object> body) {
        Answer answer = root.send(
                "POST",
                "/admin/realms/demo" + path,
                Map.of("Authorization", "Bearer " + adminToken()),
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .valueToTree(body)
                        .toString(),
                "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private String adminToken() {
        return master.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", "admin"))
                .text("access_token");
    }

    private synchronized Client client(URI base, String address, ExchangeCheck check) {
        Client client = new Client(base, address, check);
        clients.add(client);
        return client;
    }
}
