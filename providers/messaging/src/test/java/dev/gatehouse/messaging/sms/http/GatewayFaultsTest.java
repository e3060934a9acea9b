package dev.gatehouse.messaging.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GatewayAnswer.Outcome;
import dev.gatehouse.messaging.sms.SmsGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway's server can do to us. Whatever it does, an attempt ends in time with a value. */
class GatewayFaultsTest extends GatewayFixture {
    /** A timeout of 700 ms, and what a busy machine takes. */
    private static final Duration IN_TIME = Duration.ofSeconds(15);

    GatewayFaultsTest() {
        super("http");
    }

    @BeforeEach
    void settings() {
        setUrl(server.port());
        set("json", "{\"to\": \"{to}\", \"text\": \"{text}\"}");
        set("header", "Authorization");
        set("header-value", "Bearer the-secret");
    }

    private void hurry() {
        set("timeout", "700ms");
    }

    private void setUrl(int port) {
        set("url", "http://127.0.0.1:" + port + "/send");
    }

    private GatewayAnswer answerTo(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
        SmsGateway gateway = gateway();
        return assertTimeout(IN_TIME, () -> gateway.send(TEXT));
    }

    @Test
    void anAnswerAfterAMinuteIsNotWaitedFor() {
        hurry();
        assertThat(answerTo(ok().withFixedDelay(60_000))).isEqualTo(GatewayAnswer.uncertain("no answer within PT0.7S"));
    }

    @Test
    void anAnswerThatComesInDropsIsNotWaitedFor() {
        hurry();
        assertThat(answerTo(ok("x".repeat(100)).withChunkedDribbleDelay(100, 60_000))
                        .outcome())
                .isEqualTo(Outcome.UNCERTAIN);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        set("accepted-text", "taken");
        assertThat(answerTo(ok("taken" + "x".repeat(5_000_000)))).isEqualTo(GatewayAnswer.accepted());
        assertThat(answerTo(ok("x".repeat(5_000_000) + "taken")).outcome()).isEqualTo(Outcome.UNCERTAIN);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksLeavesItUncertain(Fault fault) {
        GatewayAnswer answer = answerTo(aResponse().withFault(fault));
        // Nonsense after a good head is a good answer to a gateway of which only the status counts.
        if (fault == Fault.MALFORMED_RESPONSE_CHUNK) {
            assertThat(answer.outcome()).isIn(Outcome.ACCEPTED, Outcome.UNCERTAIN);
        } else {
            assertThat(answer.outcome()).isEqualTo(Outcome.UNCERTAIN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) {
        assertThat(answerTo(aResponse()
                                .withStatus(status)
                                .withHeader("Location", "http://127.0.0.1:" + server.port() + "/elsewhere"))
                        .outcome())
                .isEqualTo(Outcome.NOT_NOW);
        server.verify(0, anyRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void nobodyAtTheAddressMeansThatNothingLeft() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        setUrl(free);
        assertThat(send()).isEqualTo(GatewayAnswer.notNow("ConnectException"));
    }

    @Test
    void aServerThatTakesTheConnectionAndSaysNothingIsNotWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            setUrl(silent.getLocalPort());
            hurry();
            SmsGateway gateway = gateway();
            assertThat(assertTimeout(IN_TIME, () -> gateway.send(TEXT)).outcome())
                    .isEqualTo(Outcome.UNCERTAIN);
        }
    }

    @Test
    void anInterruptedSenderEndsAndStaysInterrupted() {
        server.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(60_000)));
        Thread.currentThread().interrupt();
        assertThat(send().outcome()).isEqualTo(Outcome.UNCERTAIN);
        assertThat(Thread.interrupted()).isTrue();
    }
}
