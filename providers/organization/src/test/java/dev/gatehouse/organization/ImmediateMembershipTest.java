package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImmediateMembershipTest {

    private static final List<OrganizationDomain> DOMAINS =
            List.of(new OrganizationDomain(new DomainName("acme.example.test"), false));

    @Test
    void aRealmAdministratorAddsAnybody() {
        assertThat(ImmediateMembership.isAllowed(RealmStanding.MANAGES, null, false, List.of()))
                .isTrue();
        assertThat(ImmediateMembership.isAllowed(RealmStanding.VIEWS, null, false, List.of()))
                .isFalse();
    }

    @Test
    void peopleOfAVerifiedDomainAreAdded() {
        assertThat(allowed("ann@acme.example.test", true)).isTrue();
        assertThat(allowed("ANN@ACME.example.test", true)).isTrue();
    }

    @Test
    void anAddressThatNobodyVerifiedProvesNothing() {
        assertThat(allowed("ann@acme.example.test", false)).isFalse();
        assertThat(allowed(null, true)).isFalse();
    }

    @Test
    void aNeighbouringDomainIsAnotherDomain() {
        assertThat(allowed("ann@sub.acme.example.test", true)).isFalse();
        assertThat(allowed("ann@evilacme.example.test", true)).isFalse();
        assertThat(allowed("acme.example.test@mail.test", true)).isFalse();
        assertThat(allowed("ann@acme.example.test.evil.test", true)).isFalse();
    }

    private static boolean allowed(@Nullable String email, boolean verified) {
        return ImmediateMembership.isAllowed(RealmStanding.NONE, email, verified, DOMAINS);
    }
}
