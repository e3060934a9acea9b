package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTokenTest {

    private static final byte[] KEY = "a realm's key".getBytes(StandardCharsets.UTF_8);

    @Test
    void aTokenIs256BitsOfChanceAndFitsIntoALink() {
        SecureRandom random = new SecureRandom();
        assertThat(Stream.generate(() -> InvitationToken.create(random).value())
                        .limit(1_000)
                        .collect(Collectors.toSet()))
                .hasSize(1_000)
                .allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void whatWasCreatedIsReadAgain() {
        InvitationToken token = InvitationToken.create(new Random(7));
        assertThat(InvitationToken.read(token.value())).hasValue(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789012345678901234567890123456789012\n", "a.b.c", "''; drop table"})
    void anythingElseIsNone(String text) {
        assertThat(InvitationToken.read(text)).isEmpty();
    }

    @Test
    void theDigestNeedsTheKeyAndShowsNothingOfTheToken() {
        InvitationToken token = InvitationToken.create(new Random(7));
        assertThat(token.digest(KEY)).isEqualTo(token.digest(KEY)).doesNotContain(token.value());
        assertThat(token.digest("another realm's".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(token.digest(KEY));
    }

    @Test
    void aLogShowsNoToken() {
        assertThat(InvitationToken.create(new Random(7))).hasToString("a token");
    }
}
