package dev.gatehouse.organization;

import static dev.gatehouse.organization.OrganizationRole.ADMIN;
import static dev.gatehouse.organization.OrganizationRole.MEMBER;
import static dev.gatehouse.organization.OrganizationRole.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final OrganizationRole INVITER = new OrganizationRole("inviter", List.of(Permission.MEMBERS_MANAGE));
    private static final OrganizationRole APPROVER =
            new OrganizationRole("approver", List.of(new Permission("invoice:approve")));

    private final Authority outsider = Authority.outsider(RealmStanding.NONE);
    private final Authority member = holds(MEMBER);
    private final Authority admin = holds(ADMIN);
    private final Authority owner = holds(OWNER);
    private final Authority realmAdministrator = Authority.outsider(RealmStanding.MANAGES);
    private final Authority realmViewer = Authority.outsider(RealmStanding.VIEWS);

    @Test
    void anOutsiderIsToldNothing() {
        assertThat(Permission.BUILT_IN).allMatch(permission -> outsider.access(permission) == Access.HIDDEN);
    }

    @Test
    void aMemberIsToldNo() {
        assertThat(member.access(Permission.ORGANIZATION_READ)).isEqualTo(Access.ALLOWED);
        assertThat(member.access(Permission.MEMBERS_MANAGE)).isEqualTo(Access.FORBIDDEN);
    }

    @Test
    void aMemberWithoutARoleHoldsTheRoleMember() {
        assertThat(Authority.member(RealmStanding.NONE, List.of()).roles()).containsExactly(MEMBER);
    }

    @Test
    void aRealmAdministratorMayDoEverythingEverywhere() {
        assertThat(Permission.BUILT_IN).allMatch(permission -> realmAdministrator.access(permission) == Access.ALLOWED);
        assertThat(OrganizationRole.BUILT_IN).allMatch(realmAdministrator::mayGrant);
    }

    @Test
    void whoMayViewTheRealmReadsAndChangesNothing() {
        assertThat(realmViewer.access(Permission.MEMBERS_READ)).isEqualTo(Access.ALLOWED);
        assertThat(realmViewer.access(Permission.MEMBERS_MANAGE)).isEqualTo(Access.FORBIDDEN);
        assertThat(OrganizationRole.BUILT_IN).noneMatch(realmViewer::mayGrant);
    }

    @Test
    void viewingTheRealmGrantsNoRoleThatReads() {
        Authority viewingInviter = Authority.member(RealmStanding.VIEWS, List.of(INVITER));
        assertThat(viewingInviter.mayGrant(MEMBER)).isFalse();
    }

    @Test
    void nobodyGrantsWhatTheyDoNotHold() {
        assertThat(admin.mayGrant(ADMIN)).isTrue();
        assertThat(admin.mayGrant(MEMBER)).isTrue();
        assertThat(admin.mayGrant(APPROVER)).isTrue();
        assertThat(admin.mayGrant(OWNER)).isFalse();
        assertThat(holds(INVITER).mayGrant(INVITER)).isTrue();
        assertThat(holds(INVITER).mayGrant(MEMBER)).isFalse();
        assertThat(holds(INVITER, MEMBER).mayGrant(MEMBER)).isTrue();
    }

    @Test
    void onlyOwnersMakeOwners() {
        OrganizationRole everything = new OrganizationRole("everything", Permission.BUILT_IN);
        assertThat(owner.mayGrant(OWNER)).isTrue();
        assertThat(holds(everything).mayGrant(OWNER)).isFalse();
    }

    @Test
    void nobodyChangesSomebodyWhoHoldsMore() {
        assertThat(admin.mayChange(List.of(OWNER))).isFalse();
        assertThat(admin.mayChange(List.of(MEMBER, OWNER))).isFalse();
        assertThat(admin.mayChange(List.of(ADMIN))).isTrue();
        assertThat(owner.mayChange(List.of(OWNER))).isTrue();
        assertThat(holds(INVITER).mayChange(List.of())).isFalse();
    }

    @Test
    void theLastOwnerStays() {
        assertThat(Ownership.survives(List.of(OWNER), List.of(ADMIN), 0)).isFalse();
        assertThat(Ownership.survives(List.of(OWNER), List.of(), 0)).isFalse();
        assertThat(Ownership.survives(List.of(OWNER), List.of(ADMIN), 1)).isTrue();
        assertThat(Ownership.survives(List.of(OWNER), List.of(OWNER, ADMIN), 0)).isTrue();
        assertThat(Ownership.survives(List.of(ADMIN), List.of(), 0)).isTrue();
    }

    @Test
    void permissionsAreListedOnce() {
        assertThat(holds(MEMBER, INVITER).permissions())
                .containsExactly(Permission.MEMBERS_MANAGE, Permission.MEMBERS_READ, Permission.ORGANIZATION_READ);
        assertThat(outsider.permissions()).isEmpty();
    }

    private static Authority holds(OrganizationRole... roles) {
        return Authority.member(RealmStanding.NONE, List.of(roles));
    }
}
