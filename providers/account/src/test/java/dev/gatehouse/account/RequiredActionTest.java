package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredActionTest {
    @Test
    void keycloaksActionsHaveTheContractsNames() {
        Map.of(
                        "UPDATE_PASSWORD", "update_password",
                        "VERIFY_EMAIL", "verify_email",
                        "UPDATE_PROFILE", "update_profile",
                        "TERMS_AND_CONDITIONS", "terms",
                        "webauthn-register", "webauthn_register")
                .forEach((keycloak, contract) ->
                        assertThat(RequiredAction.of(keycloak).name()).isEqualTo(contract));
    }
}
