package dev.gatehouse.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.messaging.Channel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxPageTest {
    private static final String EVIL = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

    private final InboxPage page = new InboxPage();

    private static ReceivedMessage message(long number, String subject, String text) {
        return new ReceivedMessage(
                number, Channel.EMAIL, "alice@example.test", subject, text, Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void everythingThatCameWithAMessageIsEscaped() {
        String html = page.render(List.of(new ReceivedMessage(1, Channel.EMAIL, EVIL, EVIL, EVIL, Instant.EPOCH)));
        assertThat(html)
                .doesNotContain("<script>alert", "<img", EVIL)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img");
    }

    @Test
    void aLinkStaysInsideItsAttribute() {
        assertThat(page.render(List.of(message(1, "Reset", "http://example.test/?a=1&b=\"onclick=alert(1)"))))
                .contains("href=\"http://example.test/?a=1&amp;b=\"")
                .doesNotContain("\"onclick");
    }

    @Test
    void codeAndLinkStandOut() {
        assertThat(page.render(List.of(message(7, "Your code", "Code 123456, or https://example.test/go?key=abc"))))
                .contains("<code>123456</code>", "href=\"https://example.test/go?key=abc\"", "id=\"message-7\"");
    }

    @Test
    void anEmptyInboxSaysSo() {
        assertThat(page.render(List.of())).contains("id=\"empty\">Nothing has been sent");
        assertThat(page.render(List.of(message(1, "Hello", "text")))).contains("id=\"empty\" hidden>");
    }

    @Test
    void theVersionChangesWithEveryMessage() {
        assertThat(page.version(List.of())).isNotEqualTo(page.version(List.of(message(1, "Hello", "text"))));
        assertThat(page.version(List.of(message(1, "Hello", "text"))))
                .isEqualTo(page.version(List.of(message(1, "Hello", "text"))))
                .isNotEqualTo(new InboxPage().version(List.of(message(1, "Hello", "text"))));
    }

    @Test
    void thePolicyAllowsThePagesOwnStyleAndScriptOnly() {
        assertThat(page.contentSecurityPolicy())
                .startsWith("default-src 'none'")
                .contains("style-src 'sha256-", "script-src 'sha256-", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }
}
