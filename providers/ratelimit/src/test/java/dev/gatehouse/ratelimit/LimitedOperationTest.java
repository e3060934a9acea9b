package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedOperationTest {

    @ParameterizedTest
    @CsvSource({
        "LOGIN, login, 20, 60",
        "LOGIN_PAGES, login-pages, 120, 60",
        "TOKEN, token, 60, 60",
        "REFRESH, refresh, 120, 60",
        "MFA, mfa, 60, 60",
        "ACTIONS, actions, 30, 60",
        "REGISTER, register, 20, 600",
        "FORGOT_PASSWORD, forgot-password, 10, 600",
        "RESET_PASSWORD, reset-password, 20, 600",
        "VERIFY_EMAIL, verify-email, 30, 600",
        "RESEND_VERIFICATION, resend-verification, 10, 600",
        "ACCEPT_INVITATION, accept-invitation, 30, 600",
    })
    void everyOperationHasItsDefault(LimitedOperation operation, String name, int quota, long seconds) {
        assertThat(operation.defaultLimit()).isEqualTo(new RateLimit(name, quota, Duration.ofSeconds(seconds)));
        assertThat(operation.policy()).isEqualTo(name);
    }

    @Test
    void everyPolicyHasANameOfItsOwn() {
        assertThat(Arrays.stream(LimitedOperation.values()).map(LimitedOperation::policy))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+"));
    }

    @Test
    void noAddressMayAskForMoreThanTwoPasswordsASecond() {
        assertThat(LimitedOperation.values())
                .allSatisfy(operation -> assertThat(operation.defaultLimit().quota())
                        .isLessThanOrEqualTo(Math.toIntExact(
                                2 * operation.defaultLimit().window().toSeconds())));
    }
}
