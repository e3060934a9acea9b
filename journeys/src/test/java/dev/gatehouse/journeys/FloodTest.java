package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody floods the token endpoint. */
@InHouse
class FloodTest {
    private static final String TOKEN = "/protocol/openid-connect/token";
    private static final Pattern POLICY = Pattern.compile("\"[a-z-]+\";q=(\\d+);w=(\\d+)");

    @Test
    void theLimitsNumberPassesTheRestIsToldWhenToComeBackAndNobodyElseNotices(House house) throws Exception {
        Client flooder = house.client("127.0.2.1");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Answer> answers = new ArrayList<>();
        try {
            List<Callable<Answer>> requests = IntStream.range(0, 100)
                    .<Callable<Answer>>mapToObj(number -> () -> ask(flooder))
                    .toList();
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }

        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() == 429).toList();
        Matcher policy =
                POLICY.matcher(refused.get(0).header("RateLimit-Policy").orElseThrow());
        assertThat(policy.find()).isTrue();
        int quota = Integer.parseInt(policy.group(1));
        int window = Integer.parseInt(policy.group(2));
        assertThat(quota).isBetween(1, 99);
        assertThat(answers.size() - refused.size())
                .as("requests that passed")
                .isBetween(quota, quota + 100 / window + 3);
        for (Answer answer : refused) {
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.json().has("violated-policies")).isTrue();
            assertThat(answer.header("RateLimit")).isPresent();
            assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                    .isBetween(1, 2 * window);
        }

        Answer elsewhere = ask(house.client("127.0.2.2"));
        assertThat(elsewhere.status()).isNotEqualTo(429);
        assertThat(elsewhere.header("RateLimit")).isPresent();
    }

    @Test
    void aRealmThatDidNotAskForLimitsHasNone(House house) throws Exception {
        Client client = house.masterClient("127.0.2.3");
        for (int number = 0; number < 100; number++) {
            Answer answer = ask(client);
            assertThat(answer.status()).isNotEqualTo(429);
            assertThat(answer.header("RateLimit")).isEmpty();
        }
    }

    private static Answer ask(Client client) {
        return client.form(TOKEN, Map.of("grant_type", "client_credentials", "client_id", "nobody"));
    }
}
