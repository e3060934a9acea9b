package dev.gatehouse.organization.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.Authority;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.RealmStanding;
import dev.gatehouse.organization.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleRulesTest {

    private static final OrganizationRole CLERK =
            role("clerk", Permission.ROLES_MANAGE, new Permission("invoice:read"));

    private final Authority owner = holds(OrganizationRole.OWNER);
    private final Authority admin = holds(OrganizationRole.ADMIN);
    private final Authority clerk = holds(CLERK);
    private final Authority realmAdministrator = Authority.outsider(RealmStanding.MANAGES);

    @Test
    void aRoleAllowsNoMoreThanItsMakerHolds() {
        assertThat(create(clerk, role("reader", new Permission("invoice:read"))))
                .isEqualTo(Verdict.DONE);
        assertThat(create(clerk, role("approver", new Permission("invoice:approve"))))
                .isEqualTo(Verdict.ROLE_NOT_HELD);
        assertThat(create(admin, role("approver", new Permission("invoice:approve"))))
                .isEqualTo(Verdict.DONE);
        assertThat(create(admin, role("eraser", Permission.ORGANIZATION_DELETE)))
                .isEqualTo(Verdict.ROLE_NOT_HELD);
        assertThat(create(owner, role("eraser", Permission.ORGANIZATION_DELETE)))
                .isEqualTo(Verdict.DONE);
        assertThat(create(realmAdministrator, role("eraser", Permission.ORGANIZATION_DELETE)))
                .isEqualTo(Verdict.DONE);
    }

    @Test
    void aNameIsTakenInAnyCaseTheBuiltInOnesAlways() {
        List<OrganizationRole> existing = new ArrayList<>(OrganizationRole.BUILT_IN);
        existing.add(role("Billing"));
        for (String name : List.of("owner", "admin", "member", "billing")) {
            assertThat(RoleRules.create(owner, role(name), existing)).isEqualTo(Verdict.ROLE_EXISTS);
        }
    }

    @Test
    void anOrganizationHasAHundredRolesOfItsOwn() {
        List<OrganizationRole> existing = new ArrayList<>(OrganizationRole.BUILT_IN);
        IntStream.range(0, 99).forEach(number -> existing.add(role("role" + number)));
        assertThat(RoleRules.create(owner, role("last"), existing)).isEqualTo(Verdict.DONE);
        existing.add(role("last"));
        assertThat(RoleRules.create(owner, role("more"), existing)).isEqualTo(Verdict.TOO_MANY_ROLES);
    }

    @Test
    void nobodyChangesARoleThatAllowsMoreBeforeOrAfter() {
        OrganizationRole less = role("x", new Permission("invoice:read"));
        OrganizationRole more = role("x", new Permission("invoice:read"), Permission.MEMBERS_MANAGE);
        assertThat(RoleRules.change(clerk, less, more)).isEqualTo(Verdict.ROLE_NOT_HELD);
        assertThat(RoleRules.change(clerk, more, less)).isEqualTo(Verdict.ROLE_ALLOWS_MORE);
        assertThat(RoleRules.delete(clerk, more)).isEqualTo(Verdict.ROLE_ALLOWS_MORE);
        assertThat(RoleRules.delete(clerk, less)).isEqualTo(Verdict.DONE);
        assertThat(RoleRules.change(admin, less, more)).isEqualTo(Verdict.DONE);
    }

    @Test
    void theBuiltInRolesAreFixedForEverybody() {
        for (OrganizationRole role : OrganizationRole.BUILT_IN) {
            assertThat(RoleRules.delete(realmAdministrator, role)).isEqualTo(Verdict.BUILT_IN_ROLE);
            assertThat(RoleRules.change(owner, role, role)).isEqualTo(Verdict.BUILT_IN_ROLE);
        }
    }

    private static Verdict create(Authority authority, OrganizationRole wanted) {
        return RoleRules.create(authority, wanted, OrganizationRole.BUILT_IN);
    }

    private static OrganizationRole role(String name, Permission... permissions) {
        return new OrganizationRole(name, List.of(permissions));
    }

    private static Authority holds(OrganizationRole... roles) {
        return Authority.member(RealmStanding.NONE, List.of(roles));
    }
}
