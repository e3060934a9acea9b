package dev.gatehouse.organization.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewRoleTest {

    @Test
    void aRoleHasANameWordsAndPermissions() {
        Checked<NewRole> checked =
                NewRole.check("invoice-approver.eu_1", "Approves invoices", List.of("invoice:approve", "members:read"));
        assertThat(checked.value().described())
                .isEqualTo(new DescribedRole(
                        new OrganizationRole(
                                "invoice-approver.eu_1",
                                List.of(new Permission("invoice:approve"), Permission.MEMBERS_READ)),
                        "Approves invoices"));
    }

    @Test
    void itMayAllowNothingAndNeedNotBeDescribed() {
        assertThat(NewRole.check("guest", null, List.of()).value().described())
                .isEqualTo(new DescribedRole(new OrganizationRole("guest", List.of()), null));
        assertThat(NewRole.check("guest", "", List.of()).value().described().description())
                .isNull();
    }

    @Test
    void aPermissionCountsOnceHoweverOftenItStandsThere() {
        assertThat(NewRole.check("guest", null, List.of("a:b", "a:b"))
                        .value()
                        .role()
                        .permissions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Owner",
                "owner ",
                " owner",
                "ow\u200bner",
                "\u043ewner",
                "owner\u202e",
                "bil\u0000ling",
                "two words",
                "two--hyphens",
                "-first",
                "last-",
                "9lives",
                "a/b",
                "..",
                "a..b",
                "größe",
                "a\nb"
            })
    void aNameIsWrittenInOneWayOnly(String name) {
        assertThat(pointers(NewRole.check(name, null, List.of()))).containsExactly("/name");
    }

    @Test
    void aNameIsNotLong() {
        assertThat(NewRole.check("x".repeat(63), null, List.of()).isGood()).isTrue();
        assertThat(pointers(NewRole.check("x".repeat(64), null, List.of()))).containsExactly("/name");
        assertThat(pointers(NewRole.check("x".repeat(1_000_000), null, List.of())))
                .containsExactly("/name");
    }

    @Test
    void whatIsNoPermissionIsPointedAt() {
        assertThat(pointers(NewRole.check(
                        "guest",
                        null,
                        List.of("invoice:approve", "members:destroy", "gatehouse:all", "*", "a:b:c", ""))))
                .containsExactly(
                        "/permissions/1", "/permissions/2", "/permissions/3", "/permissions/4", "/permissions/5");
        assertThat(pointers(NewRole.check("guest", null, null))).containsExactly("/permissions");
    }

    @Test
    void aRoleHasAHundredPermissionsAtMost() {
        List<String> hundred = IntStream.range(0, 100).mapToObj(n -> "a:b" + n).toList();
        assertThat(NewRole.check("guest", null, hundred).isGood()).isTrue();
        assertThat(pointers(NewRole.check("guest", null, Collections.nCopies(101, "a:b"))))
                .containsExactly("/permissions");
    }

    @Test
    void theWordsAreOnePlainLine() {
        for (String words : List.of(
                "two\nlines", "turn\u202ed", "bell\u0007", "x".repeat(256), "\ud83d\ude00".repeat(128), " edge")) {
            assertThat(pointers(NewRole.check("guest", words, List.of()))).containsExactly("/description");
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(pointers(NewRole.check("No", "a\u0000b", List.of("no"))))
                .containsExactly("/name", "/description", "/permissions/0");
    }

    private static List<String> pointers(Checked<NewRole> checked) {
        return checked.errors().stream().map(FieldError::pointer).toList();
    }
}
