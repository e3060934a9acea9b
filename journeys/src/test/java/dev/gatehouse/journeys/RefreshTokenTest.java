package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A refresh token is stolen, and used by the thief and by its owner. */
@InHouse
class RefreshTokenTest {
    private static final Duration PAST_THE_RETRY = Duration.ofMillis(11_500);

    @Test
    void aRefreshTokenIsGoodOnceAndTheThiefLosesTheSession(House house) {
        Client client = house.client("127.0.65.1");
        Answer login = house.login(house.newPerson(), "127.0.65.1");
        String stolen = login.text("refresh_token");

        Answer owner = refresh(client, stolen);
        assertThat(owner.status()).as(owner.body()).isEqualTo(200);
        assertThat(owner.text("session_id")).isEqualTo(login.text("session_id"));
        String next = refresh(client, owner.text("refresh_token")).text("refresh_token");
        String elsewhere = atTokenEndpoint(client, next).text("refresh_token");

        Answer parallel = house.login(house.newPerson(), "127.0.65.1");
        Answer retried = refresh(client, parallel.text("refresh_token"));
        assertThat(refresh(client, parallel.text("refresh_token")).status())
                .as("asked once more by mistake")
                .isEqualTo(401);
        assertThat(refresh(client, retried.text("refresh_token")).status())
                .as("which ends nothing")
                .isEqualTo(200);

        Instant past = Instant.now().plus(PAST_THE_RETRY);
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(past));
        Answer thief = refresh(client, stolen);
        assertThat(thief.status()).isEqualTo(401);
        assertThat(thief.text("type")).isEqualTo("urn:gatehouse:problem:invalid-grant");
        assertThat(refresh(client, elsewhere).status())
                .as("nobody knows who is who")
                .isEqualTo(401);
        assertThat(client.get("/auth/sessions", owner.text("access_token")).status())
                .isEqualTo(401);

        Answer reusedAtKeycloak = atTokenEndpoint(client, parallel.text("refresh_token"));
        assertThat(reusedAtKeycloak.status()).isEqualTo(400);
        assertThat(client.get("/auth/sessions", retried.text("access_token")).status())
                .isEqualTo(401);
    }

    @Test
    void ofManyAtOnceOneIsServed(House house) throws Exception {
        Client client = house.client("127.0.65.2");
        Answer login = house.login(house.newPerson(), "127.0.65.2");
        Callable<Integer> once =
                () -> refresh(client, login.text("refresh_token")).status();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers =
                    threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> once).toList());
            int served = 0;
            for (Future<Integer> answer : answers) {
                served += answer.get() == 200 ? 1 : 0;
            }
            assertThat(served).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(client.get("/auth/sessions", login.text("access_token")).status())
                .as("within the time of a retry, the session stays")
                .isEqualTo(200);
    }

    private static Answer refresh(Client client, String token) {
        return client.post("/auth/refresh", Map.of("refresh_token", token));
    }

    private static Answer atTokenEndpoint(Client client, String token) {
        return client.form(
                "/protocol/openid-connect/token",
                Map.of("grant_type", "refresh_token", "client_id", "gatehouse-app", "refresh_token", token));
    }
}
