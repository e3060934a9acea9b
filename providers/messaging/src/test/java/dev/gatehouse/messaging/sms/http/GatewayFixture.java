package dev.gatehouse.messaging.sms.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.Text;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway's server that says what a test wants, and our gateway, set up as an operator would. */
abstract class GatewayFixture {
    static final PhoneNumber NUMBER = new PhoneNumber("+4915112345678");
    static final Text TEXT = new Text(NUMBER, "Your code is 482910", Duration.ofMinutes(5));

    final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final String name;
    private final Map<String, String> settings = new HashMap<>();

    GatewayFixture(String name) {
        this.name = name;
        settings.put("gatehouse.sms.gateways", name);
        settings.put("gatehouse.sms.countries", "DE");
        // Ample, for busy machines; tests of what comes too late set less.
        set("connect-timeout", "20s");
        set("timeout", "20s");
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    final void set(String what, String value) {
        settings.put("gatehouse.sms." + name + "." + what, value);
    }

    final void unset(String what) {
        settings.remove("gatehouse.sms." + name + "." + what);
    }

    final SmsGateway gateway() {
        SmsGateway gateway = GatewayList.from(SettingsSource.of(settings))
                .open(Optional.empty())
                .get(name);
        if (gateway == null) {
            throw new IllegalStateException("no gateway");
        }
        return gateway;
    }

    final GatewayAnswer send() {
        return gateway().send(TEXT);
    }
}
