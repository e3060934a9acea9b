package dev.gatehouse.journeys.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import dev.gatehouse.server.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of the message, the page is there in its usual time, and there is another way on. */
class FaultyDeliveryTest {

    /** Nowhere near what the faults take, far more than a page does. */
    private static final Duration USUAL = Duration.ofSeconds(6);

    private static final String PHONE = "+4915144444444";
    private static final Map<String, Object> BY_EMAIL =
            Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}");
    private static final Map<String, Object> BY_SMS =
            Map.of("type", "sms-otp", "credentialData", "{\"address\":\"" + PHONE + "\"}", "secretData", "{}");

    private static final Faults FAULTS = new Faults();
    private static final House HOUSE;

    static {
        HOUSE = House.of(RunningServer.start(
                "--gatehouse.sms.gateways=http",
                "--gatehouse.sms.countries=DE",
                "--gatehouse.sms.http.url=http://127.0.0.1:"
                        + FAULTS.gateway.getAddress().getPort() + "/send",
                "--gatehouse.sms.http.json={\"to\":\"{to}\",\"text\":\"{text}\"}",
                "--gatehouse.sms.http.timeout=2s",
                "--gatehouse.sms.breaker.open-for=1h"));
    }

    /** What a gateway does instead of taking the message. */
    enum Fault {
        SILENT,
        FAILING,
        TALKING_NONSENSE
    }

    @AfterAll
    static void close() {
        HOUSE.close();
        FAULTS.close();
    }

    @BeforeAll
    static void theServerIsWarm() {
        Visitor visitor = visitor();
        visitor.authorize(Ground.APP, "");
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatDoesNotTakeTheMessageHoldsNobodyUp(Fault fault) {
        FAULTS.fault = fault;
        int before = FAULTS.asked.get();

        arrivesByAnotherWay(BY_SMS, "the secret of fault " + fault);

        Awaitility.await("the gateway to be asked").until(() -> FAULTS.asked.get() > before);
    }

    @Test
    void aMailServerThatSaysNothingHoldsNobodyUp() {
        ObjectNode realm = HOUSE.admin("GET", "", null).json().deepCopy();
        ((ObjectNode) realm.path("smtpServer")).put("port", String.valueOf(FAULTS.mail.getLocalPort()));
        Map<String, Object> edited = new HashMap<>();
        edited.put("smtpServer", realm.path("smtpServer"));
        HOUSE.adminPut("", edited);

        arrivesByAnotherWay(BY_EMAIL, "the secret of silence");
        // Not even when many mails wait already.
        for (int i = 0; i < 5; i++) {
            arrivesByAnotherWay(BY_EMAIL, "the secret of silence " + i);
        }
        assertThat(FAULTS.mail.isBound()).isTrue();
    }

    private static void arrivesByAnotherWay(Map<String, Object> first, String secret) {
        Authenticator app = Authenticator.of(secret);
        Person person = HOUSE.newPerson(List.of(first, app.credential()));
        Visitor visitor = visitor();
        visitor.authorize(Ground.APP, "");

        Instant begun = Instant.now();
        visitor.submit(Map.of("username", person.username(), "password", person.password()));
        assertThat(visitor.has("code")).as(visitor.text()).isTrue();
        visitor.submit(Map.of("resend", "true"));
        assertThat(visitor.text()).contains("You can ask for another in");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(USUAL);

        visitor.submit(Map.of("tryAnotherWay", "on"));
        visitor.press("Authenticator");
        visitor.submit(Map.of("otp", app.code()));
        assertThat(visitor.level()).as(visitor.text()).isEqualTo(3);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(USUAL);
    }

    private static Visitor visitor() {
        return Visitor.of(HOUSE, "127.0.83.1");
    }

    /** A gateway and a mail server that only seem to work. */
    private static final class Faults implements AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final HttpServer gateway;
        private final ServerSocket mail;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile Fault fault = Fault.FAILING;

        Faults() {
            try {
                InetAddress here = InetAddress.getLoopbackAddress();
                gateway = HttpServer.create(new InetSocketAddress(here, 0), 0);
                gateway.setExecutor(threads);
                gateway.createContext("/send", exchange -> {
                    asked.incrementAndGet();
                    switch (fault) {
                        case SILENT -> {
                            // The connection stays open: the other side has to lose its patience.
                        }
                        case FAILING -> exchange.sendResponseHeaders(500, -1);
                        case TALKING_NONSENSE -> {
                            byte[] nonsense = "\u0000<<{[%".getBytes(StandardCharsets.UTF_8);
                            exchange.getResponseHeaders().add("Content-Type", "application/json");
                            exchange.sendResponseHeaders(299, nonsense.length);
                            exchange.getResponseBody().write(nonsense);
                            exchange.close();
                        }
                    }
                });
                gateway.start();
                // Connections are taken by the system, and nobody ever says a word.
                mail = new ServerSocket(0, 100, here);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            gateway.stop(0);
            threads.shutdownNow();
            try {
                mail.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
