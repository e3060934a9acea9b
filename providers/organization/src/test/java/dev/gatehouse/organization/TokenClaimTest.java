package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenClaimTest {

    @Test
    void rolesAndPermissionsAreListedOnceAndInOrder() {
        OrganizationRole approver =
                new OrganizationRole("approver", List.of(new Permission("invoice:approve"), Permission.MEMBERS_READ));
        assertThat(TokenClaim.of("1", List.of(OrganizationRole.MEMBER, approver)))
                .containsEntry("id", "1")
                .containsEntry("roles", List.of("approver", "member"))
                .containsEntry("permissions", List.of("invoice:approve", "members:read", "organization:read"));
    }

    @Test
    void whoWasGivenNoRoleIsAMember() {
        assertThat(TokenClaim.of("1", List.of())).containsEntry("roles", List.of("member"));
    }
}
