package dev.gatehouse.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTypeTest {
    @Test
    void namesAreThoseOfTheContract() {
        assertThat(ProblemType.values())
                .extracting(ProblemType::problemName)
                .containsExactly(
                        "invalid-request",
                        "unauthenticated",
                        "invalid-credentials",
                        "invalid-grant",
                        "mfa-required",
                        "mfa-enrollment-required",
                        "action-required",
                        "step-up-required",
                        "forbidden",
                        "not-found",
                        "method-not-allowed",
                        "not-acceptable",
                        "unsupported-media-type",
                        "conflict",
                        "precondition-failed",
                        "precondition-required",
                        "payload-too-large",
                        "invalid-code",
                        "code-expired",
                        "idempotency-key-reused",
                        "password-policy",
                        "quota-exceeded",
                        "internal-error",
                        "temporarily-unavailable");
        assertThat(ProblemType.CONFLICT.uri()).isEqualTo("urn:gatehouse:problem:conflict");
    }
}
