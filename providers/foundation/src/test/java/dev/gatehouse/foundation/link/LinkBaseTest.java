package dev.gatehouse.foundation.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkBaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.test",
                "https://app.example.test/links/",
                "http://localhost:5173",
                "http://127.0.0.1:5173/x",
                "http://[::1]:5173"
            })
    void anHttpsAddressOrOneOfThisMachineIsGood(String text) {
        assertThat(LinkBase.read(text)).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "app.example.test",
                "//app.example.test",
                "http://app.example.test",
                "http://localhost.example.test",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://app.example.test?next=",
                "https://app.example.test#",
                "https://localhost@evil.example.test",
                "https://",
                "https://app.example.test\r\nBcc: x@example.test"
            })
    void anythingElseIsNot(String text) {
        assertThat(LinkBase.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8001/realms/demo, false, http://localhost:8001/realms/demo",
        "http://127.0.0.1:8001/realms/demo/, false, http://127.0.0.1:8001/realms/demo",
        "https://id.example.com/realms/demo, true, https://id.example.com/realms/demo",
        "https://evil.example.com/realms/demo, false, http://localhost/realms/demo",
        "http://evil.example.com:8001/realms/demo, false, http://localhost:8001/realms/demo",
        "http://localhost.evil.example.com/realms/demo, false, http://localhost/realms/demo"
    })
    void ourOwnPagesAreWhereTheConfigurationSaysOrOnThisMachine(URI realm, boolean isConfigured, String base) {
        assertThat(LinkBase.own(realm, isConfigured).value()).isEqualTo(base);
    }

    @Test
    void theTokenIsTheQuery() {
        assertThat(LinkBase.read("https://app.example.test/").orElseThrow().page("accept-invitation", "t0ken"))
                .isEqualTo("https://app.example.test/accept-invitation?token=t0ken");
    }
}
