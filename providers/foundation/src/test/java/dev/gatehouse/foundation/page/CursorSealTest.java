package dev.gatehouse.foundation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorSealTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final CursorSeal members = new CursorSeal(SECRET, "members of acme");

    @Test
    void aCursorLeadsBackToItsKey() {
        assertThat(members.open(members.seal("jürgen"))).contains("jürgen");
        assertThat(members.open(members.seal(""))).contains("");
    }

    @Test
    void noCharacterOfACursorCanBeChanged() {
        String cursor = members.seal("f3b1c2");
        for (int at = 0; at < cursor.length(); at++) {
            for (char other : List.of('A', 'Q', 'g', '9', '-', '_', '=', ' ')) {
                if (cursor.charAt(at) != other) {
                    String changed = cursor.substring(0, at) + other + cursor.substring(at + 1);
                    assertThat(members.open(changed)).as(changed).isEmpty();
                }
            }
        }
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertThat(new CursorSeal(SECRET, "members of globex").open(members.seal("f3b1c2")))
                .isEmpty();
    }

    @Test
    void aCursorUnderAnotherSecretIsRefused() {
        byte[] other = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.UTF_8);
        assertThat(new CursorSeal(other, "members of acme").open(members.seal("f3b1c2")))
                .isEmpty();
    }

    @Test
    void whatIsNoCursorIsRefused() {
        for (String text : List.of("", "x", "not base64!", "AAAA", "A".repeat(3000), members.seal("a") + "AA")) {
            assertThat(members.open(text)).as(text).isEmpty();
        }
    }

    @Test
    void aPageKnowsItsEndWithoutCounting() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, key -> key)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
        assertThat(Page.of(List.of("a", "b"), 2, key -> key)).isEqualTo(new Page<>(List.of("a", "b"), null));
    }
}
