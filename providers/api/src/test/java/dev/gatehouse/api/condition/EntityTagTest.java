package dev.gatehouse.api.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntityTagTest {
    private static final EntityTag TAG = EntityTag.of("seen".getBytes(StandardCharsets.UTF_8));

    @Test
    void aChangeIsForWhatWasSeenStrongly() {
        assertThat(TAG.isMatchedBy(TAG.quoted())).isTrue();
        assertThat(TAG.isMatchedBy("\"other\", " + TAG.quoted())).isTrue();
        assertThat(TAG.isMatchedBy("*")).isTrue();
        assertThat(TAG.isMatchedBy("W/" + TAG.quoted())).isFalse();
        assertThat(TAG.isMatchedBy("\"other\"")).isFalse();
        assertThat(TAG.isMatchedBy("")).isFalse();
    }
}
