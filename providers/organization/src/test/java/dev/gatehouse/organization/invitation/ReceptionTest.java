package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.invitation.Reception.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final String INVITED = "ann@example.test";

    @Test
    void whoeverHasTheVerifiedAddressIsAsked() {
        assertThat(received(new Visitor("Ann@Example.test", true, false))).isEqualTo(Reception.CONFIRM);
    }

    @Test
    void anAddressThatNobodyVerifiedIsNotEnough() {
        assertThat(received(new Visitor(INVITED, false, false))).isEqualTo(Reception.UNVERIFIED);
    }

    @Test
    void somebodyElseIsToldSo() {
        assertThat(received(new Visitor("bob@example.test", true, true))).isEqualTo(Reception.OTHER_ACCOUNT);
        assertThat(received(new Visitor(null, true, false))).isEqualTo(Reception.OTHER_ACCOUNT);
    }

    @Test
    void aMemberHasNothingLeftToDo() {
        assertThat(received(new Visitor(INVITED, true, true))).isEqualTo(Reception.ALREADY_MEMBER);
    }

    @Test
    void whoIsNotLoggedInLogsInOrRegisters() {
        assertThat(Reception.of(INVITED, InvitationState.PENDING, null, true)).isEqualTo(Reception.LOG_IN);
        assertThat(Reception.of(INVITED, InvitationState.PENDING, null, false)).isEqualTo(Reception.REGISTER);
    }

    @Test
    void whatExpiredIsExpiredForEverybody() {
        assertThat(Reception.of(INVITED, InvitationState.EXPIRED, new Visitor(INVITED, true, false), true))
                .isEqualTo(Reception.EXPIRED);
    }

    private static Reception received(@Nullable Visitor visitor) {
        return Reception.of(INVITED, InvitationState.PENDING, visitor, true);
    }
}
