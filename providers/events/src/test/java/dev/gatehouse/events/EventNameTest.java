package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventNameTest {

    @Test
    void aLoginIsCalledALogin() {
        EventName login = EventName.ofUser("LOGIN");

        assertThat(login.name()).isEqualTo("user.login");
        assertThat(login.cloudEventType()).isEqualTo("dev.gatehouse.user.login.v1");
    }

    @Test
    void aFailureHasTheSameNameAndATypeOfItsOwn() {
        EventName failed = EventName.ofUser("UPDATE_PASSWORD_ERROR");

        assertThat(failed).isEqualTo(new EventName("user.update-password", Outcome.FAILURE));
        assertThat(failed.cloudEventType()).isEqualTo("dev.gatehouse.user.update-password-failed.v1");
    }

    @Test
    void anAdministratorsActIsNamedByResourceAndOperation() {
        assertThat(EventName.ofAdministrator("ORGANIZATION_MEMBERSHIP", "CREATE", Outcome.SUCCESS)
                        .cloudEventType())
                .isEqualTo("dev.gatehouse.admin.organization-membership.create.v1");
    }

    @Test
    void anExtensionsResourceTypeMakesAProperNameToo() {
        assertThat(EventName.ofAdministrator("Wild / Type.9", "ACTION", Outcome.SUCCESS)
                        .name())
                .isEqualTo("admin.wild-type-9.action");
    }
}
