package dev.gatehouse.journeys.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.events.testing.KafkaBroker;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.ExchangeCheck;
import dev.gatehouse.organization.testing.TestNameServer;
import dev.gatehouse.server.testing.RunningServer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The assembled server with the demo realm, a Kafka broker and the inbox: started once, shared by all stories. A story
 * makes the people it needs and comes from addresses of its own, so that no limit leaks into another.
 */
public final class House implements AutoCloseable {
    private static final String PASSWORD = "gatehouse-demo-1";

    /** Less than the minute for which such a token is good. */
    private static final Duration ADMIN_TOKEN_KEPT = Duration.ofSeconds(30);

    private final @Nullable KafkaBroker broker;
    private final @Nullable TestNameServer nameServer;
    private final RunningServer server;
    private final Client master;
    private final Client root;
    private final Inbox inbox;
    private final List<Client> clients = new ArrayList<>();
    private final AtomicInteger people = new AtomicInteger();
    private @Nullable String adminToken;
    private Instant adminTokenUntil = Instant.EPOCH;

    private House(@Nullable KafkaBroker broker, @Nullable TestNameServer nameServer, RunningServer server) {
        this.broker = broker;
        this.nameServer = nameServer;
        this.server = server;
        this.root = client(server.base(), "127.0.9.1", ExchangeCheck.NONE);
        this.master = masterClient("127.0.9.1");
        this.inbox = new Inbox(root);
    }

    static House open() {
        KafkaBroker broker = KafkaBroker.start();
        TestNameServer nameServer = TestNameServer.start();
        try {
            return new House(
                    broker,
                    nameServer,
                    RunningServer.start(
                            "--gatehouse.events.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                            "--gatehouse.organization.dns-servers=" + nameServer.address(),
                            "--gatehouse.organization.dns-timeout=1s",
                            "--gatehouse.organization.domain-check-interval=1s",
                            "--gatehouse.organization.domain-misses=2",
                            "--gatehouse.organization.domain-grace=2s"));
        } catch (RuntimeException failure) {
            nameServer.close();
            broker.close();
            throw failure;
        }
    }

    /** A house of one story's own, on a server that it started itself; without a broker. */
    public static House of(RunningServer server) {
        return new House(null, null, server);
    }

    /** The demo realm's address, which is its issuer too. */
    public String realm() {
        return server.base() + "/realms/demo";
    }

    public RunningServer server() {
        return server;
    }

    public KafkaBroker broker() {
        return Objects.requireNonNull(broker, "this house has no broker");
    }

    /** The only name server that the house asks for the records that prove domains. */
    public TestNameServer nameServer() {
        return Objects.requireNonNull(nameServer, "this house has no name server");
    }

    public Inbox inbox() {
        return inbox;
    }

    /** A client of the demo realm, held to the contract; paths are those of the contract. */
    public Client client(String address) {
        return client(URI.create(realm()), address, Contract.CHECK);
    }

    /** A client of another realm that turned Gatehouse on, held to the contract too. */
    public Client client(String realm, String address) {
        return client(URI.create(server.base() + "/realms/" + realm), address, Contract.CHECK);
    }

    /** A client of the demo realm's pages, which no contract describes. */
    public Client plainClient(String address) {
        return client(URI.create(realm()), address, ExchangeCheck.NONE);
    }

    public Client masterClient(String address) {
        return client(URI.create(server.base() + "/realms/master"), address, ExchangeCheck.NONE);
    }

    /** A client of the whole server, held to nothing: paths are those of a browser. */
    public Client wholeServer(String address) {
        return client(server.base(), address, ExchangeCheck.NONE);
    }

    /** Keycloak's admin console. */
    public Console console() {
        return new Console(root, this::adminToken);
    }

    /** A client of health and metrics. */
    public Client management(String address) {
        return client(server.management(), address, ExchangeCheck.NONE);
    }

    /** Somebody new, with a verified address, an e-mail second factor and these realm roles. */
    public Person newPerson(String... realmRoles) {
        return newPerson(List.of(Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}")), realmRoles);
    }

    /** The same, with these second factors, as the admin console would create them; none is fine. */
    public Person newPerson(List<Map<String, Object>> factors, String... realmRoles) {
        String username = "person" + people.incrementAndGet();
        String email = username + "@example.test";
        List<Map<String, Object>> credentials = new ArrayList<>(factors);
        credentials.add(Map.of("type", "password", "value", PASSWORD));
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
                        credentials));
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

    /** Gives somebody all of Keycloak's own realm management. */
    public void makeRealmAdministrator(Person person) {
        String client = admin("GET", "/clients?clientId=realm-management", null).text("/0/id");
        Answer role = admin("GET", "/clients/" + client + "/roles/realm-admin", null);
        adminList(
                "/users/" + person.id() + "/role-mappings/clients/" + client,
                List.of(Map.of("id", role.text("id"), "name", "realm-admin")));
    }

    /** Makes the master realm an identity provider of the demo realm; its administrator {@code admin} is this person here. */
    public void trustMaster(String alias, Person person) {
        String userId = console()
                .send("GET", "/master/users?exact=true&username=admin", null)
                .text("/0/id");
        Partner.trusted(this, "master", alias, Map.of()).link(person, userId, "admin");
    }

    /** One of the people that the realm file brings along. */
    public Person demoUser(String username) {
        Answer found = admin("GET", "/users?exact=true&username=" + username, null);
        return new Person(found.text("/0/id"), username, username + "@example.test", PASSWORD);
    }

    /** Disables somebody's account, as an administrator does in the console. */
    public void disable(Person person) {
        ObjectNode user = admin("GET", "/users/" + person.id(), null).json().deepCopy();
        user.put("enabled", false);
        Answer disabled = root.send(
                "PUT",
                "/admin/realms/demo/users/" + person.id(),
                Map.of("Authorization", "Bearer " + adminToken()),
                user.toString(),
                "application/json");
        assertThat(disabled.status()).as(disabled.body()).isEqualTo(204);
    }

    /** Changes some fields of an account, as an administrator does in the console. */
    public void changeUser(Person person, Map<String, ?> fields) {
        Map<String, Object> user = new com.fasterxml.jackson.databind.ObjectMapper()
                .convertValue(
                        adminGet("/users/" + person.id()).json(),
                        new com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>>() {});
        user.putAll(fields);
        adminPut("/users/" + person.id(), user);
    }

    /** The id of an organization in a realm of its own that has Gatehouse turned on as well. */
    public String organizationOfAnotherRealm() {
        String realm = "elsewhere" + people.incrementAndGet();
        Answer made = root.json(
                "POST",
                "/admin/realms",
                Map.of(
                        "realm",
                        realm,
                        "enabled",
                        true,
                        "organizationsEnabled",
                        true,
                        "attributes",
                        Map.of("gatehouse.enabled", "true")),
                adminToken());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer organization = root.json(
                "POST",
                "/admin/realms/" + realm + "/organizations",
                Map.of("name", "Elsewhere", "alias", "elsewhere"),
                adminToken());
        assertThat(organization.status()).as(organization.body()).isEqualTo(201);
        String location = organization.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** How many failed logins Keycloak's brute force detection holds against somebody. */
    public int failures(Person person) {
        return admin("GET", "/attack-detection/brute-force/users/" + person.id(), null)
                .json()
                .get("numFailures")
                .asInt();
    }

    /**
     * Waits until that many failed logins have been counted, which happens after the answer: until then Keycloak refuses
     * a right password, backup code or code of an app as well.
     */
    public void awaitFailures(Person person, int count) {
        await("the failure to be counted").until(() -> failures(person) >= count);
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

    /** What the admin console reads. */
    public Answer adminGet(String path) {
        return admin("GET", path, null);
    }

    /** What the admin console changes. */
    public void adminPut(String path, Map<String, ?> body) {
        Answer answer = admin("PUT", path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Another realm that has turned Gatehouse on, with nobody in it. */
    public void newRealm(String name) {
        Answer created = root.json(
                "POST",
                "/admin/realms",
                Map.of(
                        "realm",
                        name,
                        "enabled",
                        true,
                        "organizationsEnabled",
                        true,
                        "attributes",
                        Map.of("gatehouse.enabled", "true")),
                adminToken());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    /** What the admin console sends as a form. */
    public Answer adminForm(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return root.send(
                "POST",
                "/admin/realms/demo" + path,
                Map.of("Authorization", "Bearer " + adminToken()),
                body,
                "application/x-www-form-urlencoded");
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
        try {
            server.close();
        } finally {
            if (nameServer != null) {
                nameServer.close();
            }
            if (broker != null) {
                broker.close();
            }
        }
    }

    /** Does something as the administrator of the server; the path is one of the demo realm's in Keycloak's admin API. */
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

    /** Kept for a while: a password is slow to check, by intention. */
    private synchronized String adminToken() {
        if (adminToken == null || adminTokenUntil.isBefore(Instant.now())) {
            adminTokenUntil = Instant.now().plus(ADMIN_TOKEN_KEPT);
            adminToken = master.form(
                            "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type", "password",
                                    "client_id", "admin-cli",
                                    "username", "admin",
                                    "password", "admin"))
                    .text("access_token");
        }
        return adminToken;
    }

    private synchronized Client client(URI base, String address, ExchangeCheck check) {
        Client client = new Client(base, address, check);
        clients.add(client);
        return client;
    }
}
