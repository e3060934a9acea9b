package dev.gatehouse.messaging.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.GatewayAnswer.Outcome;
import dev.gatehouse.messaging.sms.Text;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayTest extends GatewayFixture {
    private static final String SEND = "/api/send?account=7";

    HttpGatewayTest() {
        super("http");
    }

    @BeforeEach
    void settings() {
        set("url", "http://127.0.0.1:" + server.port() + SEND);
        set(
                "json",
                "{\"messages\": [{\"to\": \"{to}\", \"text\": \"{text}\", \"ttl\": \"{seconds}\", \"flash\": false}]}");
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlEqualTo(SEND)).willReturn(answer));
    }

    private Outcome outcome(ResponseDefinitionBuilder answer) {
        answers(answer);
        return send().outcome();
    }

    @Test
    void jsonIsSentAsTheTemplateSays() {
        answers(ok());
        assertThat(send()).isEqualTo(GatewayAnswer.accepted());
        server.verify(postRequestedFor(urlEqualTo(SEND))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("""
                                {"messages": [{"to": "+4915112345678", "text": "Your code is 482910",
                                               "ttl": "300", "flash": false}]}
                                """)));
    }

    @Test
    void aFormIsSentAsTheTemplateSays() {
        unset("json");
        set("form", "recipient={to-digits}&message=%5BAcme%5D+{text}&sender={from}&priority=high");
        set("from", "Acme & Sons");
        answers(ok());
        assertThat(send()).isEqualTo(GatewayAnswer.accepted());
        server.verify(postRequestedFor(urlEqualTo(SEND))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withFormParam("recipient", equalTo("4915112345678"))
                .withFormParam("message", equalTo("[Acme] Your code is 482910"))
                .withFormParam("sender", equalTo("Acme & Sons"))
                .withFormParam("priority", equalTo("high")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\", \"to\": \"+15550000000",
                "\\\", \\u0022to\\u0022: 1",
                "\"}]}, {\"x\": [{\"y\": \"",
                "line\r\nfeed \u0000 \u2028",
                "{to} {from} {text} {{text}} ${text} $1 \\1",
                "&to=+15550000000&text=x%26y=1;z",
                "🔑 ünïcödé"
            })
    void whateverATextHoldsItStaysAText(String text) throws Exception {
        answers(ok());
        gateway().send(new Text(NUMBER, text, Duration.ofMinutes(5)));
        var json = new Reply(200, server.getAllServeEvents().get(0).getRequest().getBodyAsString()).json();
        assertThat(json.size()).isEqualTo(1);
        assertThat(json.at("/messages/0").size()).isEqualTo(4);
        assertThat(json.at("/messages/0/to").asText()).isEqualTo("+4915112345678");
        assertThat(json.at("/messages/0/text").asText()).isEqualTo(text);

        unset("json");
        set("form", "to={to}&text={text}");
        gateway().send(new Text(NUMBER, text, Duration.ofMinutes(5)));
        server.verify(postRequestedFor(urlEqualTo(SEND))
                .withFormParam("to", equalTo("+4915112345678"))
                .withFormParam("text", equalTo(text)));
    }

    @Test
    void weAreKnownByAHeaderOrByBasicAuthentication() {
        answers(ok());
        set("header", "X-Api-Key");
        set("header-value", "the-key");
        send();
        server.verify(postRequestedFor(urlEqualTo(SEND)).withHeader("X-Api-Key", equalTo("the-key")));
        unset("header");
        unset("header-value");
        set("username", "acme");
        set("password", "pässword");
        send();
        server.verify(postRequestedFor(urlEqualTo(SEND)).withBasicAuth(new BasicCredentials("acme", "pässword")));
    }

    @ParameterizedTest
    @CsvSource({
        "200, ACCEPTED",
        "202, ACCEPTED",
        "400, NOT_SERVED",
        "401, NOT_NOW",
        "403, NOT_NOW",
        "404, NOT_NOW",
        "408, UNCERTAIN",
        "422, NOT_SERVED",
        "429, NOT_NOW",
        "500, NOT_NOW",
        "502, NOT_NOW",
        "503, NOT_NOW",
        "504, UNCERTAIN"
    })
    void theStatusDecides(int status, Outcome outcome) {
        answers(aResponse().withStatus(status));
        assertThat(send().outcome()).isEqualTo(outcome);
    }

    @Test
    void whatASuccessLooksLikeCanBeSaid() {
        set("accepted-text", "\"status\":\"ok\"");
        assertThat(outcome(ok("{\"status\":\"ok\"}"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome(ok("<html>Welcome to the hotel's wireless</html>"))).isEqualTo(Outcome.UNCERTAIN);
        assertThat(outcome(aResponse().withStatus(500).withBody("{\"status\":\"ok\"}")))
                .isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void whatARefusedNumberLooksLikeCanBeSaid() {
        set("refused-text", "INVALID_RECIPIENT");
        assertThat(outcome(ok("{\"error\":\"INVALID_RECIPIENT\"}"))).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(aResponse().withStatus(400).withBody("INVALID_RECIPIENT")))
                .isEqualTo(Outcome.REFUSED);
        assertThat(outcome(aResponse().withStatus(400))).isEqualTo(Outcome.NOT_SERVED);
    }
}
