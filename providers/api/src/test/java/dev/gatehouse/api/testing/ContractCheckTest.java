package dev.gatehouse.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
    private static final String LOGIN = "{\"username\": \"alice\", \"password\": \"secret\"}";
    private static final String TOKENS = """
            {"access_token": "a", "refresh_token": "r", "token_type": "Bearer", "expires_in": 300,
             "refresh_expires_in": 1800, "scope": "email", "session_id": "s"}""";

    private final ContractCheck contract = ContractCheck.create();

    @Test
    void anExchangeThatFitsIsRemembered() {
        contract.check(success("/realms/demo/auth/login?x=y", LOGIN, TOKENS));

        assertThat(contract.exercised()).containsExactly("POST /auth/login 200");
        assertThat(contract.described()).containsAll(contract.exercised()).contains("POST /mfa/verify 422");
    }

    @Test
    void aFieldTooManyInTheAnswerIsCaught() {
        assertThatThrownBy(() -> contract.check(
                        success("/auth/login", LOGIN, TOKENS.replace("\"scope\"", "\"secret\": 1, \"scope\""))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("secret");
    }

    @Test
    void aMissingFieldAndAWrongTypeInTheAnswerAreCaught() {
        assertThat(contract.faults(success("/auth/login", LOGIN, "{\"access_token\": 1, \"token_type\": \"Bearer\"}")))
                .anyMatch(fault -> fault.contains("session_id"))
                .anyMatch(fault -> fault.contains("/access_token"));
    }

    @Test
    void aRequestThatSucceedsThoughTheContractRefusesItIsCaught() {
        assertThat(contract.faults(success("/auth/login", LOGIN.replace("}", ", \"extra\": 1}"), TOKENS)))
                .singleElement()
                .asString()
                .contains("request", "extra");
        assertThat(contract.faults(success("/auth/login", "", TOKENS))).containsExactly("request: a body is required");
    }

    @Test
    void aStatusThatIsNotDescribedIsCaught() {
        assertThat(contract.faults(new Exchange("POST", "/auth/login", LOGIN, 418, Map.of(), "")))
                .containsExactly("status 418 is not described");
    }

    @Test
    void aRefusalWithoutItsHeaderOrOfAnotherNameIsCaught() {
        assertThat(contract.faults(refusal(401, "invalid-credentials", Map.of())))
                .containsExactly("header WWW-Authenticate is missing");
        assertThat(contract.faults(
                        refusal(401, "forbidden", Map.of("WWW-Authenticate", List.of("Bearer realm=\"demo\"")))))
                .isNotEmpty();
        assertThat(contract.faults(refusal(
                        401, "invalid-credentials", Map.of("www-authenticate", List.of("Bearer realm=\"demo\"")))))
                .isEmpty();
    }

    @Test
    void aRefusalThatIsNoProblemDocumentIsCaught() {
        assertThat(contract.faults(new Exchange(
                        "POST", "/auth/login", LOGIN, 404, Map.of("Content-Type", List.of("application/json")), "{}")))
                .containsExactly("content type application/json is not described");
    }

    @Test
    void pathsAndMethodsThatAreNotThereHaveToBeRefused() {
        assertThat(contract.faults(new Exchange("GET", "/auth/nothing", null, 200, Map.of(), "{}")))
                .containsExactly("there is no such path");
        assertThat(contract.faults(new Exchange("GET", "/auth/login", null, 200, Map.of(), "{}")))
                .containsExactly("the path does not have this method");
    }

    @Test
    void keycloaksOwnPathsAreNotOurs() {
        assertThat(contract.faults(new Exchange(
                        "POST", "/realms/demo/protocol/openid-connect/token", "grant_type=x", 400, Map.of(), "")))
                .isEmpty();
    }

    private static Exchange success(String path, String request, String body) {
        return new Exchange(
                "POST", path, request, 200, Map.of("Content-Type", List.of("application/json;charset=UTF-8")), body);
    }

    private static Exchange refusal(int status, String name, Map<String, List<String>> more) {
        Map<String, List<String>> headers = new java.util.HashMap<>(more);
        headers.put("Content-Type", List.of("application/problem+json"));
        return new Exchange("POST", "/auth/login", LOGIN, status, headers, """
                {"type": "urn:gatehouse:problem:%s", "title": "t", "status": %d,
                 "instance": "urn:gatehouse:trace:0123456789abcdef0123456789abcdef"}""".formatted(name, status));
    }
}
