package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RealmStanding;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvitedRolesTest {

    private static final OrganizationRole BILLING = new OrganizationRole(
            "billing", List.of(Permission.of("invoice:approve").orElseThrow()));
    private static final List<OrganizationRole> EXISTING =
            List.of(OrganizationRole.OWNER, OrganizationRole.ADMIN, OrganizationRole.MEMBER, BILLING);
    private static final Authority OWNER = Authority.member(RealmStanding.NONE, List.of(OrganizationRole.OWNER));
    private static final Authority GONE = Authority.outsider(RealmStanding.NONE);

    @Test
    void whatTheInviterStillHoldsIsGiven() {
        assertThat(new InvitedRoles(List.of("admin", "billing"), false).given(EXISTING, OWNER))
                .containsExactly(OrganizationRole.ADMIN, BILLING);
    }

    @Test
    void aRoleThatIsGoneIsLeftOut() {
        assertThat(new InvitedRoles(List.of("admin", "deleted"), false).given(EXISTING, OWNER))
                .containsExactly(OrganizationRole.ADMIN);
    }

    @Test
    void anInviterWhoWasDemotedGivesNoMoreThanTheyHoldNow() {
        Authority demoted = Authority.member(RealmStanding.NONE, List.of(BILLING));
        assertThat(new InvitedRoles(List.of("owner", "admin", "billing"), false).given(EXISTING, demoted))
                .containsExactly(BILLING);
    }

    @Test
    void anInviterWhoLeftGivesNothing() {
        assertThat(new InvitedRoles(List.of("owner", "member"), false).given(EXISTING, GONE))
                .isEmpty();
    }

    @Test
    void whatTheRealmsAdministrationVouchedForIsNotAskedAgain() {
        assertThat(new InvitedRoles(List.of("owner"), true).given(EXISTING, GONE))
                .containsExactly(OrganizationRole.OWNER);
    }
}
