package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"0b5b43db-04bf-47cb-b780-6eb33bc81b0a", "acme", "f:ldap-id:anna", "f:a:anna@example.test"})
    void anIdOfKeycloaksIsPlausible(String id) {
        assertThat(GivenId.isPlausible(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\u0000", "f:", "f:ldap", "f:ldap:", "f::x", "a/b", "a b", "\ud800", "f:a:b\u0000"})
    void whatNoDatabaseCouldHoldOrKeycloakReadIsNot(String id) {
        assertThat(GivenId.isPlausible(id)).isFalse();
        assertThat(GivenId.isPlausible("x".repeat(256))).isFalse();
    }
}
