package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourcePathTest {

    @Test
    void whatIsDoneToAUserIsAboutTheUser() {
        assertThat(ResourcePath.of("users/anna-id/role-mappings/realm")).isEqualTo(new ResourcePath("anna-id", null));
    }

    @Test
    void aMembershipIsAboutTheUserAndTheOrganization() {
        assertThat(ResourcePath.of("organizations/acme-id/members/anna-id"))
                .isEqualTo(new ResourcePath("anna-id", "acme-id"));
    }

    @Test
    void aRoleOfAMemberIsAboutTheUserAndTheOrganization() {
        assertThat(ResourcePath.of("organizations/acme-id/members/anna-id/roles/members"))
                .isEqualTo(new ResourcePath("anna-id", "acme-id"));
    }

    @Test
    void whoIsPutIntoAGroupOfAnOrganizationInTheConsoleIsKnownToo() {
        assertThat(ResourcePath.of("organizations/acme-id/groups/group-id/members/anna-id"))
                .isEqualTo(new ResourcePath("anna-id", "acme-id"));
    }

    @Test
    void aRoleOfAnOrganizationIsNobodyWhateverItsName() {
        assertThat(ResourcePath.of("organizations/acme-id/roles/members")).isEqualTo(new ResourcePath(null, "acme-id"));
    }

    @Test
    void whatIsNoIdIsNotTakenForOne() {
        assertThat(ResourcePath.of("users/profile")).isEqualTo(new ResourcePath(null, null));
        assertThat(ResourcePath.of("organizations/acme-id/members/invite-user"))
                .isEqualTo(new ResourcePath(null, "acme-id"));
    }

    @Test
    void otherPathsAreAboutNeither() {
        assertThat(ResourcePath.of("clients/shop")).isEqualTo(new ResourcePath(null, null));
        assertThat(ResourcePath.of(null)).isEqualTo(new ResourcePath(null, null));
        assertThat(ResourcePath.of("users/")).isEqualTo(new ResourcePath(null, null));
    }
}
