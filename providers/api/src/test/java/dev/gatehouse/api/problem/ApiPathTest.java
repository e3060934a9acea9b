package dev.gatehouse.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {
    @Test
    void anOperationIsWhatStandsBelowTheRealm() {
        assertThat(ApiPath.of("/realms/demo/users/7/export")).hasValue(new ApiPath("demo", "/users/7/export"));
        assertThat(ApiPath.of("realms/demo/auth/login")).hasValue(new ApiPath("demo", "/auth/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/users/a\r\nb", "/realms/demo/organizations/\n/roles", "/realms/a\nb/auth/me"})
    void aLineBreakMakesAPathNoLessOurs(String path) {
        assertThat(ApiPath.of(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/realms/demo", "/admin/realms/demo/users/7", "/realms/demo/protocol/openid-connect/auth", "/"})
    void everythingElseIsKeycloaks(String path) {
        assertThat(ApiPath.of(path)).isEmpty();
    }
}
