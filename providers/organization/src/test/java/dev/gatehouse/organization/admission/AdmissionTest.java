package dev.gatehouse.organization.admission;

import static dev.gatehouse.organization.admission.Admission.ADMITTED;
import static dev.gatehouse.organization.admission.Admission.FULL;
import static dev.gatehouse.organization.admission.Admission.OUTSIDE_DOMAINS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.policy.DomainPolicy;
import dev.gatehouse.organization.policy.SeatPolicy;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final SeatPolicy THREE = new SeatPolicy(3);
    private static final DomainPolicy RESTRICTED = new DomainPolicy(false, true);

    @Test
    void withoutALimitEverybodyIsLetIn() {
        assertThat(Admission.toMembership(DomainPolicy.NONE, SeatPolicy.NONE, false, false, 1_000_000, 1_000_000))
                .isEqualTo(ADMITTED);
    }

    @Test
    void whoComesUninvitedNeedsASeatThatIsNotPromised() {
        assertThat(uninvited(2, 0)).isEqualTo(ADMITTED);
        assertThat(uninvited(1, 1)).isEqualTo(ADMITTED);
        assertThat(uninvited(2, 1)).isEqualTo(FULL);
        assertThat(uninvited(3, 0)).isEqualTo(FULL);
    }

    @Test
    void whoIsInvitedHasASeatUntilMembersFillThemAll() {
        assertThat(invited(2, 100)).isEqualTo(ADMITTED);
        assertThat(invited(3, 0)).isEqualTo(FULL);
        assertThat(invited(4, 0)).isEqualTo(FULL);
    }

    @Test
    void aPromiseNeedsASeatThatIsNotPromised() {
        assertThat(Admission.mayPromise(THREE, 1, 1)).isTrue();
        assertThat(Admission.mayPromise(THREE, 1, 2)).isFalse();
        assertThat(Admission.mayPromise(new SeatPolicy(0), 0, 0)).isFalse();
        assertThat(Admission.mayPromise(SeatPolicy.NONE, 9, 9)).isTrue();
    }

    @Test
    void aRestrictedOrganizationIsForItsDomainsWhoeverWasInvited() {
        assertThat(Admission.toMembership(RESTRICTED, SeatPolicy.NONE, false, true, 0, 0))
                .isEqualTo(OUTSIDE_DOMAINS);
        assertThat(Admission.toMembership(RESTRICTED, SeatPolicy.NONE, true, false, 0, 0))
                .isEqualTo(ADMITTED);
        assertThat(Admission.toMembership(RESTRICTED, THREE, true, false, 3, 0)).isEqualTo(FULL);
    }

    private static Admission uninvited(long members, long promised) {
        return Admission.toMembership(DomainPolicy.NONE, THREE, false, false, members, promised);
    }

    private static Admission invited(long members, long promised) {
        return Admission.toMembership(DomainPolicy.NONE, THREE, false, true, members, promised);
    }
}
