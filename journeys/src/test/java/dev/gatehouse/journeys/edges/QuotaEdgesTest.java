package dev.gatehouse.journeys.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation that the contract says is limited, asked until it refuses: none more often than its quota, plus a window's change. */
@InHouse
class QuotaEdgesTest {
    /** More than the largest quota of an address and than that of the strictest tier, both 120. */
    private static final int ENOUGH = 250;

    @TestFactory
    Stream<DynamicTest> everyLimitedOperationRefusesInTheEnd(House house) {
        Ground ground = Ground.of(house);
        // A tier that no settings define is the strictest.
        strictest(ground);
        return DescribedOperation.all().stream()
                .filter(operation -> operation.describes(429))
                .map(operation -> dynamicTest(operation.toString(), () -> exhausted(ground, operation)));
    }

    private static void exhausted(Ground ground, DescribedOperation operation) {
        Client client = ground.client();
        Map<String, String> headers =
                operation.path().startsWith("/organizations/{id}") ? ground.authorization(operation) : Map.of();
        int asked = 0;
        Answer answer;
        do {
            // Nothing that could be done: what is wrong with a request is found out after it was counted.
            answer = client.send(
                    operation.method(),
                    ground.path(operation),
                    headers,
                    operation.hasBody() ? "{" : null,
                    operation.hasBody() ? operation.bodyType() : null);
            asked++;
        } while (answer.status() != 429 && asked < ENOUGH);

        assertThat(answer.status()).as("after " + asked).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isPositive();
        assertThat(answer.header("RateLimit")).isPresent();
        assertThat(answer.json().has("violated-policies")).isTrue();
    }

    private static void strictest(Ground ground) {
        Answer organization = ground.house().adminGet("/organizations/" + ground.organization());
        Answer changed = ground.house()
                .admin(
                        "PUT",
                        "/organizations/" + ground.organization(),
                        Map.of(
                                "id",
                                ground.organization(),
                                "name",
                                organization.text("name"),
                                "alias",
                                organization.text("alias"),
                                "enabled",
                                true,
                                "attributes",
                                Map.of("gatehouse.policy.rate-limit.tier", List.of("undefined"))));
        assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    }
}
