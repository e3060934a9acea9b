package dev.gatehouse.account.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.foundation.link.LinkBase;
import org.junit.jupiter.api.Test;

class LinkPagesTest {
    private static final OpaqueToken TOKEN = new OpaqueToken("A".repeat(43));

    @Test
    void eachLinkNamesItsPage() {
        LinkPages pages = new LinkPages(new LinkBase("https://app.example.test"));

        assertThat(pages.verifyEmail(TOKEN)).isEqualTo("https://app.example.test/verify-email?token=" + TOKEN.value());
        assertThat(pages.resetPassword(TOKEN))
                .isEqualTo("https://app.example.test/reset-password?token=" + TOKEN.value());
    }
}
