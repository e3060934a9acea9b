package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizationRoleTest {

    private static final Permission APPROVE = new Permission("invoice:approve");

    @Test
    void anOwnerMayDoEverything() {
        assertThat(Permission.BUILT_IN).allMatch(OrganizationRole.OWNER::allows);
        assertThat(OrganizationRole.OWNER.allows(APPROVE)).isTrue();
    }

    @Test
    void anAdminMayDoEverythingButDeleteTheOrganization() {
        assertThat(Permission.BUILT_IN)
                .filteredOn(permission -> !OrganizationRole.ADMIN.allows(permission))
                .containsExactly(Permission.ORGANIZATION_DELETE);
        assertThat(OrganizationRole.ADMIN.allows(APPROVE)).isTrue();
    }

    @Test
    void aMemberReadsTheOrganizationAndItsMembers() {
        assertThat(Permission.BUILT_IN)
                .filteredOn(OrganizationRole.MEMBER::allows)
                .containsExactly(Permission.ORGANIZATION_READ, Permission.MEMBERS_READ);
        assertThat(OrganizationRole.MEMBER.allows(APPROVE)).isFalse();
    }

    @Test
    void whatIsStoredForABuiltInRoleChangesNothing() {
        assertThat(OrganizationRole.stored("member", List.of("organization:delete")))
                .isEqualTo(OrganizationRole.MEMBER);
        assertThat(OrganizationRole.stored("owner", List.of())).isEqualTo(OrganizationRole.OWNER);
    }

    @Test
    void aCustomRoleAllowsWhatWasStoredAndIsWellFormed() {
        OrganizationRole role =
                OrganizationRole.stored("accounting", List.of("invoice:approve", "nonsense", "members:fly"));
        assertThat(role.isBuiltIn()).isFalse();
        assertThat(role.permissions()).containsExactly(APPROVE);
        assertThat(role.allows(APPROVE)).isTrue();
        assertThat(role.allows(Permission.MEMBERS_READ)).isFalse();
    }
}
