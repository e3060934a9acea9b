package dev.gatehouse.journeys.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gatehouse.api.testing.DescribedOperation;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation, asked at random: it never fails, what it refuses it refuses with a problem, and no answer tells how it is
 * made. What it accepts fits the contract, as every exchange of every story does. {@code -Dgatehouse.test.seed=} makes other
 * requests.
 */
@InHouse
class RandomRequestsTest {
    private static final long SEED = Long.getLong("gatehouse.test.seed", 20_261_128L);
    private static final int TRIES = 30;
    private static final int TRIES_FROM_ONE_ADDRESS = 8;

    /** What ends a session or changes what somebody logs in with is asked as somebody nobody else needs. */
    private static final Set<String> CONSUMING =
            Set.of("POST /auth/reauthenticate", "POST /auth/change-password", "PATCH /auth/me", "POST /auth/logout");

    private static Ground shared;

    @BeforeAll
    static void prepare(House house) {
        shared = Ground.of(house);
    }

    @TestFactory
    Stream<DynamicTest> noRequestMakesAnOperationFailOrTell(House house) {
        return DescribedOperation.all().stream()
                .map(operation -> dynamicTest(
                        operation.toString(),
                        () -> tried(operation, CONSUMING.contains(operation.toString()) ? Ground.of(house) : shared)));
    }

    private static void tried(DescribedOperation operation, Ground ground) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(SEED + operation.toString().hashCode());
        Oddities oddities = new Oddities(random);
        Client client = ground.client();
        Client plain = ground.house().plainClient(ground.newAddress());
        for (int number = 0; number < TRIES; number++) {
            if (number % TRIES_FROM_ONE_ADDRESS == TRIES_FROM_ONE_ADDRESS - 1) {
                client = ground.client();
                plain = ground.house().plainClient(ground.newAddress());
            }
            Map<String, String> headers = oddities.once(5) ? Map.of() : ground.authorization(operation);
            String body = operation.hasBody() ? oddities.body(operation) : null;
            String path = oddities.path(operation, ground.path(operation));
            String usual = ground.path(operation);
            boolean known = path.equals(usual) || path.startsWith(usual + "?");
            // Keycloak refuses some paths before anybody looks at them, in words of its own.
            Answer answer = (known ? client : plain)
                    .send(operation.method(), path, headers, body, body == null ? null : operation.bodyType());
            assertThat(answer.status())
                    .as("%s %s with seed %d, try %d: %s", operation.method(), path, SEED, number, answer.body())
                    .isLessThan(500);
            tellsNothing(operation, answer);
        }
    }

    private static void tellsNothing(DescribedOperation operation, Answer answer) {
        if (answer.status() >= 400) {
            assertThat(answer.body())
                    .as(operation + " " + answer.status())
                    .doesNotContain("Exception", "org.keycloak", "dev.gatehouse", "org.hibernate", "select ", "\tat ");
        }
        assertThat(answer.headers().keySet()).doesNotContain("X-Injected", "Set-Cookie");
    }
}
