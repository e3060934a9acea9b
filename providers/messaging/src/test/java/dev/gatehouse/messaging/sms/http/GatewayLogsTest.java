package dev.gatehouse.messaging.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.gatehouse.messaging.OutgoingMessage;
import dev.gatehouse.messaging.Priority;
import dev.gatehouse.messaging.micrometer.MeteredSmsJournal;
import dev.gatehouse.messaging.sms.BreakerSettings;
import dev.gatehouse.messaging.sms.GatewayChain;
import dev.gatehouse.messaging.sms.resilience4j.BreakerGateway;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message on its way leaves in the log, whatever the gateway repeats: neither number, nor code, nor secret. */
class GatewayLogsTest extends GatewayFixture {
    private static final String REPEATED = "No: +4915112345678 4915112345678 \"Your code is 482910\" Bearer the-secret";

    /** Everything from here and below, at every level. Held strongly, or it would forget its handler. */
    private final Logger ours = Logger.getLogger("dev.gatehouse");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + (line.getThrown() == null ? "" : line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    GatewayLogsTest() {
        super("http");
    }

    @BeforeEach
    void listen() {
        ours.setLevel(Level.ALL);
        ours.addHandler(handler);
        set("url", "http://127.0.0.1:" + server.port() + "/send?token=the-secret");
        set("json", "{\"to\": \"{to}\", \"text\": \"{text}\"}");
        set("header", "Authorization");
        set("header-value", "Bearer the-secret");
        set("accepted-text", "taken");
        set("refused-text", "no such number");
    }

    @AfterEach
    void leave() {
        ours.removeHandler(handler);
        ours.setLevel(null);
    }

    private void carry(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        new GatewayChain(
                        List.of(new BreakerGateway(
                                "http",
                                gateway(),
                                new BreakerSettings(10, 50, Duration.ofSeconds(30)),
                                Clock.systemUTC())),
                        new MeteredSmsJournal(new SimpleMeterRegistry()),
                        Clock.systemUTC())
                .carry(OutgoingMessage.sms(
                        "realm",
                        NUMBER.e164(),
                        TEXT.body(),
                        Priority.CODE,
                        Clock.systemUTC().instant().plusSeconds(60)));
    }

    @Test
    void noLineHoldsANumberACodeOrASecret() {
        for (int status : new int[] {200, 302, 400, 401, 429, 500}) {
            carry(aResponse().withStatus(status).withBody(REPEATED).withHeader("Location", "/?to=+4915112345678"));
        }
        carry(aResponse().withBody("no such number " + REPEATED));
        carry(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        carry(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        set("timeout", "700ms");
        carry(aResponse().withFixedDelay(60_000));
        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(line -> assertThat(line)
                        .contains("SMS gateway http")
                        .doesNotContain("15112345678", "482910", "the-secret", "127.0.0.1"));
    }
}
