package dev.gatehouse.messaging.sms.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
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

/** The wire format of https://www.twilio.com/docs/messaging/api/message-resource. */
class TwilioGatewayTest extends GatewayFixture {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

    private static final String CREATED = """
            {"account_sid": "AC0123456789abcdef0123456789abcdef", "api_version": "2010-04-01",
             "body": "Your code is 482910", "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null,
             "direction": "outbound-api", "error_code": null, "error_message": null, "from": "+15557122661",
             "num_media": "0", "num_segments": "1", "price": null, "price_unit": null, "messaging_service_sid": null,
             "sid": "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "status": "queued", "to": "+4915112345678"}
            """;

    TwilioGatewayTest() {
        super("twilio");
    }

    @BeforeEach
    void settings() {
        set("url", "http://127.0.0.1:" + server.port());
        set("account-sid", ACCOUNT);
        set("secret", "the-auth-token");
        set("from", "+15557122661");
    }

    private void answers(int status, String body) {
        server.stubFor(post(urlEqualTo(MESSAGES))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    @Test
    void aMessageIsCreatedAsTheirDocumentationSays() {
        answers(201, CREATED);
        assertThat(send()).isEqualTo(GatewayAnswer.accepted());
        server.verify(
                1,
                postRequestedFor(urlEqualTo(MESSAGES))
                        .withBasicAuth(new BasicCredentials(ACCOUNT, "the-auth-token"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withFormParam("To", equalTo("+4915112345678"))
                        .withFormParam("From", equalTo("+15557122661"))
                        .withFormParam("Body", equalTo("Your code is 482910"))
                        .withFormParam("ValidityPeriod", equalTo("300")));
    }

    @Test
    void anApiKeyAndAMessagingServiceMayBeUsedInstead() {
        unset("from");
        set("api-key", "SK0123456789abcdef0123456789abcdef");
        set("messaging-service-sid", "MG0123456789abcdef0123456789abcdef");
        answers(201, CREATED);
        assertThat(send()).isEqualTo(GatewayAnswer.accepted());
        server.verify(postRequestedFor(urlEqualTo(MESSAGES))
                .withBasicAuth(new BasicCredentials("SK0123456789abcdef0123456789abcdef", "the-auth-token"))
                .withFormParam("MessagingServiceSid", equalTo("MG0123456789abcdef0123456789abcdef"))
                .withoutFormParam("From"));
    }

    @Test
    void theirValidityEndsWhereOursDoes() {
        answers(201, CREATED);
        gateway().send(new Text(NUMBER, "now", Duration.ofMillis(10)));
        gateway().send(new Text(NUMBER, "whenever", Duration.ofDays(7)));
        server.verify(postRequestedFor(urlEqualTo(MESSAGES)).withFormParam("ValidityPeriod", equalTo("1")));
        server.verify(postRequestedFor(urlEqualTo(MESSAGES)).withFormParam("ValidityPeriod", equalTo("14400")));
    }

    @Test
    void aTextCannotAddFields() {
        answers(201, CREATED);
        String text = "123456&To=+15550000000&Body=x\r\n+%26ü🔑";
        gateway().send(new Text(NUMBER, text, Duration.ofMinutes(1)));
        server.verify(postRequestedFor(urlEqualTo(MESSAGES))
                .withFormParam("To", equalTo("+4915112345678"))
                .withFormParam("Body", equalTo(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, REFUSED",
        "400, 21217, REFUSED",
        "400, 21610, REFUSED",
        "400, 21614, REFUSED",
        "400, 21408, NOT_SERVED",
        "400, 21606, NOT_SERVED",
        "400, 21608, NOT_SERVED",
        "401, 20003, NOT_NOW",
        "404, 20404, NOT_NOW",
        "429, 20429, NOT_NOW",
        "500, 20500, NOT_NOW",
        "503, 20503, NOT_NOW"
    })
    void theirErrorsMeanWhatTheyMean(int status, int code, Outcome outcome) {
        answers(status, """
                {"code": %d, "message": "The 'To' number +4915112345678 is not valid",
                 "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}
                """.formatted(code, code, status));
        GatewayAnswer answer = send();
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.reason()).contains("error " + code).doesNotContain("15112345678");
    }

    @Test
    void aMessageThatFailedAtOnceIsOneForTheNextGateway() {
        answers(201, "{\"sid\": \"SM1\", \"status\": \"failed\", \"error_code\": 30007}");
        assertThat(send()).isEqualTo(GatewayAnswer.notServed("error 30007"));
    }

    @ParameterizedTest
    @CsvSource({
        "200, <html>Sign in to our wireless</html>",
        "201, ''",
        "201, []",
        "201, null",
        "201, {}",
        "200, '{\"status\":'"
    })
    void nonsenseIsNoSuccess(int status, String body) {
        answers(status, body);
        assertThat(send().outcome()).isEqualTo(Outcome.UNCERTAIN);
    }
}
