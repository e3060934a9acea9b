package dev.gatehouse.journeys.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the contract, asked in every way that is wrong for it: all refuse alike. */
@InHouse
class ContractEdgesTest {
    private static final String TOO_LARGE = "{\"x\": \"" + "x".repeat(64 * 1024) + "\"}";
    private static final List<String> UNREADABLE = List.of(
            "{\"email\": ",
            "[]",
            "null",
            "\"text\"",
            "{\"email\": \"a\", \"email\": \"b\"}",
            "[".repeat(2_000),
            "\u0000");

    private static final String ENCRYPTED = "edges-encrypted";

    private static Ground ground;

    @BeforeAll
    static void prepare(House house) {
        ground = Ground.of(house);
        house.newRealm(ENCRYPTED);
        assertThat(house.console()
                        .send("PUT", "/" + ENCRYPTED, Map.of("sslRequired", "all"))
                        .status())
                .isEqualTo(204);
    }

    @TestFactory
    Stream<DynamicContainer> everyOperationRefusesAlike() {
        return DescribedOperation.all().stream()
                .map(operation -> dynamicContainer(operation.toString(), edges(operation)));
    }

    private static List<DynamicNode> edges(DescribedOperation operation) {
        List<DynamicNode> edges = new ArrayList<>();
        add(edges, operation, "another method", ContractEdgesTest::anotherMethod);
        add(edges, operation, "a realm that did not turn it on", ContractEdgesTest::anotherRealm);
        add(edges, operation, "a realm that wants HTTPS", ContractEdgesTest::unencrypted);
        add(edges, operation, "a query with a control character", ContractEdgesTest::controlCharacter);
        add(edges, operation, "methods and head", ContractEdgesTest::methodsAndHead);
        if (operation.knowsUsers()) {
            add(edges, operation, "nobody, and broken tokens", ContractEdgesTest::nobody);
        }
        if (operation.describes(406)) {
            add(edges, operation, "a media type that it does not have", ContractEdgesTest::notAcceptable);
        }
        if (operation.hasBody()) {
            add(edges, operation, "a body of another type", ContractEdgesTest::anotherType);
            add(edges, operation, "a body that is too large", ContractEdgesTest::tooLarge);
            add(edges, operation, "a body that cannot be read", ContractEdgesTest::unreadable);
        }
        if (operation.isPaged()) {
            add(edges, operation, "a page that is none", ContractEdgesTest::noPage);
        }
        return edges;
    }

    private static void add(
            List<DynamicNode> edges,
            DescribedOperation operation,
            String name,
            BiConsumer<DescribedOperation, Client> edge) {
        edges.add(dynamicTest(name, () -> edge.accept(operation, ground.client())));
    }

    private static void anotherMethod(DescribedOperation operation, Client client) {
        Set<String> here = operation.methodsOfPath();
        String other = Stream.of("PUT", "DELETE", "PATCH", "POST", "GET")
                .filter(method -> !here.contains(method))
                .findFirst()
                .orElseThrow();
        Answer answer = client.send(other, ground.path(operation), ground.authorization(operation), null, null);
        refused(answer, 405);
        assertThat(Set.of(answer.header("Allow").orElse("").split(", *"))).containsAll(here);
    }

    private static void anotherRealm(DescribedOperation operation, Client client) {
        Client master = ground.house().client("master", ground.newAddress());
        Answer answer = send(operation, master, Map.of(), operation.hasBody() ? "{}" : null);
        refused(answer, 404);
        Answer nowhere = ground.house()
                .client("no-such-realm", ground.newAddress())
                .send(operation.method(), ground.path(operation), Map.of(), null, null);
        assertThat(nowhere.status()).isEqualTo(404);
    }

    private static void controlCharacter(DescribedOperation operation, Client client) {
        String path = ground.path(operation);
        Answer answer = client.send(
                operation.method(),
                path + (path.contains("?") ? "&" : "?") + "x=%00",
                ground.authorization(operation),
                operation.hasBody() ? "{}" : null,
                operation.hasBody() ? operation.bodyType() : null);
        refused(answer, 400);
    }

    private static void unencrypted(DescribedOperation operation, Client client) {
        Client encrypted = ground.house().client(ENCRYPTED, ground.newAddress());
        refused(send(operation, encrypted, Map.of(), operation.hasBody() ? "{}" : null), 403);
    }

    private static void methodsAndHead(DescribedOperation operation, Client client) {
        Client plain = ground.house().plainClient(ground.newAddress());
        Answer options = plain.send(
                "OPTIONS",
                ground.path(operation),
                Map.of("Origin", "http://localhost:3000", "Access-Control-Request-Method", operation.method()),
                null,
                null);
        assertThat(options.status()).as("OPTIONS").isBetween(200, 204);
        assertThat(options.header("Access-Control-Allow-Methods").orElse("")).contains(operation.method());
        if (operation.method().equals("GET")) {
            Answer get = client.send("GET", ground.path(operation), ground.authorization(operation), null, null);
            Answer head = plain.send("HEAD", ground.path(operation), ground.authorization(operation), null, null);
            assertThat(head.status()).as("HEAD").isEqualTo(get.status());
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        }
    }

    private static void nobody(DescribedOperation operation, Client client) {
        String body = operation.hasBody() ? String.valueOf(operation.example()) : null;
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("Authorization", "Bearer garbage"),
                Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."),
                Map.of("Authorization", "Bearer "),
                Map.of("Authorization", "Basic YWRtaW46YWRtaW4="))) {
            Answer answer = send(operation, client, headers, body);
            refused(answer, 401);
            assertThat(answer.header("WWW-Authenticate").orElse("")).contains("Bearer");
        }
    }

    private static void notAcceptable(DescribedOperation operation, Client client) {
        Map<String, String> headers = new HashMap<>(ground.authorization(operation));
        headers.put("Accept", "application/xml");
        refused(send(operation, client, headers, operation.hasBody() ? "{}" : null), 406);
    }

    private static void anotherType(DescribedOperation operation, Client client) {
        Answer answer = client.send(
                operation.method(), ground.path(operation), ground.authorization(operation), "<xml/>", "text/xml");
        refused(answer, 415);
    }

    private static void tooLarge(DescribedOperation operation, Client client) {
        refused(send(operation, client, ground.authorization(operation), TOO_LARGE), 413);
        refused(
                client.sendChunked(
                        operation.method(),
                        ground.path(operation),
                        ground.authorization(operation),
                        TOO_LARGE,
                        operation.bodyType()),
                413);
    }

    private static void unreadable(DescribedOperation operation, Client client) {
        for (String body : UNREADABLE) {
            refused(send(operation, client, ground.authorization(operation), body), 400);
        }
    }

    private static void noPage(DescribedOperation operation, Client client) {
        for (String query : List.of("limit=0", "limit=201", "limit=ten", "cursor=tampered", "limit=-1")) {
            Answer answer = client.send(
                    operation.method(),
                    ground.path(operation) + "?" + query,
                    ground.authorization(operation),
                    null,
                    null);
            refused(answer, 400);
        }
    }

    private static Answer send(
            DescribedOperation operation, Client client, Map<String, String> headers, @Nullable String body) {
        return client.send(
                operation.method(), ground.path(operation), headers, body, body == null ? null : operation.bodyType());
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.text("instance")).startsWith("urn:gatehouse:trace:");
        assertThat(answer.body()).doesNotContain("Exception", "org.keycloak", "dev.gatehouse", "select ");
        assertThat(new TreeSet<>(answer.headers().keySet())).doesNotContain("Set-Cookie");
    }
}
