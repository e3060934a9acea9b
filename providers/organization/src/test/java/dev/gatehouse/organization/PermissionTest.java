package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @Test
    void allPermissionsOfTheContractAreThere() {
        assertThat(Permission.BUILT_IN)
                .extracting(Permission::value)
                .containsExactlyInAnyOrder(
                        "organization:read",
                        "organization:update",
                        "organization:delete",
                        "members:read",
                        "members:manage",
                        "roles:read",
                        "roles:manage",
                        "invitations:read",
                        "invitations:manage",
                        "policies:read",
                        "policies:manage",
                        "domains:manage",
                        "audit:read",
                        "dashboard:read");
        assertThat(Permission.BUILT_IN).allMatch(Permission::isBuiltIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice:approve", "invoice.line:re-open", "a1:b_2", "members:read"})
    void anApplicationNamesItsOwnPermissions(String text) {
        assertThat(Permission.of(text)).map(Permission::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "invoice",
                "invoice:",
                ":approve",
                "Invoice:approve",
                "invoice:approve:now",
                "invoice :approve",
                "invoice:*",
                "invoíce:approve",
                "invoice:approve\n",
                "1nvoice:approve",
                "invoice..line:approve"
            })
    void whatHasAnotherFormIsNoPermission(String text) {
        assertThat(Permission.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"members:delete", "organization:sell", "policies:ignore", "users:read", "gatehouse:any"})
    void anApplicationCannotDefineActionsOnOurResources(String text) {
        assertThat(Permission.of(text)).isEmpty();
    }

    @Test
    void aPermissionFitsIntoAnAttribute() {
        assertThat(Permission.of("a:" + "b".repeat(98))).isPresent();
        assertThat(Permission.of("a:" + "b".repeat(99))).isEmpty();
    }
}
