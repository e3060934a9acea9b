package dev.gatehouse.messaging.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GatewayAnswer.Outcome;
import dev.gatehouse.messaging.sms.Text;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire format of https://developer.vonage.com/en/api/sms. */
class VonageGatewayTest extends GatewayFixture {
    private static final String SEND = "/sms/json";

    private static final String SENT = """
            {"message-count": "1", "messages": [{"to": "4915112345678", "message-id": "0A0000000123ABCD1",
             "status": "0", "remaining-balance": "3.14159265", "message-price": "0.03330000", "network": "12345",
             "client-ref": "my-personal-reference", "account-ref": "customer1234"}]}
            """;

    VonageGatewayTest() {
        super("vonage");
    }

    @BeforeEach
    void settings() {
        set("url", "http://127.0.0.1:" + server.port());
        set("api-key", "abcd1234");
        set("api-secret", "the-api-secret");
        set("from", "Gatehouse");
    }

    private void answers(String body) {
        server.stubFor(post(urlEqualTo(SEND)).willReturn(okJson(body)));
    }

    private static String failed(String status) {
        return """
            {"message-count": "1", "messages": [{"status": "%s", "error-text": "to 4915112345678: no"}]}
            """.formatted(status);
    }

    @Test
    void aMessageIsSentAsTheirDocumentationSays() {
        answers(SENT);
        assertThat(send()).isEqualTo(GatewayAnswer.accepted());
        server.verify(
                1,
                postRequestedFor(urlEqualTo(SEND))
                        .withBasicAuth(new BasicCredentials("abcd1234", "the-api-secret"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withFormParam("from", equalTo("Gatehouse"))
                        .withFormParam("to", equalTo("4915112345678"))
                        .withFormParam("text", equalTo("Your code is 482910"))
                        .withFormParam("type", equalTo("text"))
                        .withFormParam("ttl", equalTo("300000"))
                        .withFormParam("api_secret", absent()));
    }

    @ParameterizedTest
    @CsvSource({
        "Ihr Code für Zürich: 482910 €, text",
        "Ваш код 482910, unicode",
        "Código 482910, unicode",
        "482910 🔑, unicode"
    })
    void whatTheOldAlphabetLacksIsSentAsUnicode(String body, String type) {
        answers(SENT);
        gateway().send(new Text(NUMBER, body, Duration.ofMinutes(5)));
        server.verify(postRequestedFor(urlEqualTo(SEND))
                .withFormParam("type", equalTo(type))
                .withFormParam("text", equalTo(body)));
    }

    @Test
    void aLifetimeIsOneThatTheyTake() {
        answers(SENT);
        gateway().send(new Text(NUMBER, "now", Duration.ofSeconds(1)));
        gateway().send(new Text(NUMBER, "whenever", Duration.ofDays(300)));
        server.verify(postRequestedFor(urlEqualTo(SEND)).withFormParam("ttl", equalTo("20000")));
        server.verify(postRequestedFor(urlEqualTo(SEND)).withFormParam("ttl", equalTo("604800000")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, NOT_NOW",
        "2, NOT_SERVED",
        "3, NOT_SERVED",
        "4, NOT_NOW",
        "5, NOT_NOW",
        "6, NOT_SERVED",
        "7, REFUSED",
        "8, NOT_NOW",
        "9, NOT_NOW",
        "10, NOT_NOW",
        "11, NOT_NOW",
        "12, NOT_SERVED",
        "14, NOT_NOW",
        "15, NOT_SERVED",
        "29, NOT_SERVED",
        "32, NOT_NOW",
        "33, REFUSED",
        "99, NOT_SERVED"
    })
    void theirStatusesMeanWhatTheyMean(String status, Outcome outcome) {
        answers(failed(status));
        assertThat(send()).isEqualTo(new GatewayAnswer(outcome, "status " + status));
    }

    @Test
    void ofALongTextEveryPartCounts() {
        answers("{\"message-count\": \"2\", \"messages\": [{\"status\": \"0\"}, {\"status\": \"0\"}]}");
        assertThat(send()).isEqualTo(GatewayAnswer.accepted());
        answers("{\"message-count\": \"2\", \"messages\": [{\"status\": \"0\"}, {\"status\": \"5\"}]}");
        assertThat(send().outcome()).isEqualTo(Outcome.UNCERTAIN);
    }

    @Test
    void withoutAnAnswerOfTheirsTheStatusOfHttpDecides() {
        server.stubFor(post(urlEqualTo(SEND)).willReturn(serverError().withBody("<h1>4915112345678</h1>")));
        assertThat(send()).isEqualTo(GatewayAnswer.notNow("HTTP 500"));
        server.stubFor(post(urlEqualTo(SEND)).willReturn(unauthorized()));
        assertThat(send()).isEqualTo(GatewayAnswer.notNow("HTTP 401"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "[]",
                "{\"messages\": []}",
                "{\"messages\": [{}]}",
                "{\"messages\": [{\"status\": \"4915112345678\"}]}",
                "{\"messages\": \"0\"}"
            })
    void nonsenseIsNoSuccessAndReachesNoLog(String body) {
        answers(body);
        GatewayAnswer answer = send();
        assertThat(answer.outcome()).isEqualTo(Outcome.UNCERTAIN);
        assertThat(answer.reason()).doesNotContain("15112345678");
    }
}
