package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewInvitationTest {

    @Test
    void anAddressIsKeptInLowerCaseAndItsDomainAsDnsHasIt() {
        assertThat(NewInvitation.check("Ann+x@Bücher.Example", null, null)
                        .value()
                        .email()
                        .value())
                .isEqualTo("ann+x@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "@example.test",
                "ann@",
                "ann@localhost",
                "ann@example.test\nBcc: x@y.test",
                "ann @example.test",
                "a@b@example.test",
                "\"ann\"@example.test",
                ".ann@example.test",
                "ann@example.test,bob@example.test",
                "<ann@example.test>"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(NewInvitation.check(text, null, null).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/email");
    }

    @Test
    void aMessageIsPlainTextAndShort() {
        assertThat(NewInvitation.check("ann@example.test", null, "Welcome,\nAnn!")
                        .isGood())
                .isTrue();
        assertThat(NewInvitation.check("ann@example.test", null, "a".repeat(501))
                        .isGood())
                .isFalse();
        assertThat(NewInvitation.check("ann@example.test", null, "a\u202eb").isGood())
                .isFalse();
    }

    @Test
    void anAddressNeverReachesALog() {
        assertThat(NewInvitation.check("ann@example.test", null, null).value().toString())
                .doesNotContain("ann");
    }
}
