package dev.gatehouse.account.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.OpaqueToken;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPagesTest {
    private static final OpaqueToken TOKEN = new OpaqueToken("A".repeat(43));

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
        assertThat(LinkPages.own(realm, isConfigured).base()).isEqualTo(base);
    }

    @Test
    void eachLinkNamesItsPage() {
        LinkPages pages = new LinkPages("https://app.example.test");

        assertThat(pages.verifyEmail(TOKEN)).isEqualTo("https://app.example.test/verify-email?token=" + TOKEN.value());
        assertThat(pages.resetPassword(TOKEN))
                .isEqualTo("https://app.example.test/reset-password?token=" + TOKEN.value());
    }
}
