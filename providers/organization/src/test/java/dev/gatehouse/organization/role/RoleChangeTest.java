package dev.gatehouse.organization.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleChangeTest {

    private final DescribedRole approver =
            new DescribedRole(new OrganizationRole("approver", List.of(new Permission("invoice:approve"))), "Approves");

    @Test
    void whatIsNotSentStays() {
        assertThat(change(Set.of(), null, null, null).applyTo(approver)).isEqualTo(approver);
        assertThat(change(Set.of("description"), null, "Says yes", null).applyTo(approver))
                .isEqualTo(new DescribedRole(approver.role(), "Says yes"));
        assertThat(change(Set.of("permissions"), null, null, List.of("a:b")).applyTo(approver))
                .isEqualTo(new DescribedRole(
                        new OrganizationRole("approver", List.of(new Permission("a:b"))), "Approves"));
    }

    @Test
    void whatIsNullGoes() {
        assertThat(change(Set.of("description"), null, null, null)
                        .applyTo(approver)
                        .description())
                .isNull();
        assertThat(pointers(RoleChange.check("approver", Set.of("permissions"), null, null, null)))
                .containsExactly("/permissions");
    }

    @Test
    void theNameNeverChanges() {
        assertThat(RoleChange.check("approver", Set.of("name"), "approver", null, null)
                        .isGood())
                .isTrue();
        assertThat(pointers(RoleChange.check("approver", Set.of("name"), "decider", null, null)))
                .containsExactly("/name");
        assertThat(pointers(RoleChange.check("approver", Set.of("name"), null, null, null)))
                .containsExactly("/name");
    }

    private static RoleChange change(
            Set<String> sent, @Nullable String name, @Nullable String description, @Nullable List<String> permissions) {
        return RoleChange.check("approver", sent, name, description, permissions)
                .value();
    }

    private static List<String> pointers(Checked<RoleChange> checked) {
        return checked.errors().stream().map(FieldError::pointer).toList();
    }
}
