package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleChoiceTest {

    private final Authority admin = Authority.member(RealmStanding.NONE, List.of(OrganizationRole.ADMIN));

    @Test
    void whoChoosesNothingGetsMember() {
        assertThat(decide(RoleChoice.ofNullable(null)).get()).containsExactly(OrganizationRole.MEMBER);
        assertThat(decide(RoleChoice.ofNullable(List.of())).get()).containsExactly(OrganizationRole.MEMBER);
    }

    @Test
    void everyUnknownRoleIsNamed() {
        Outcome<?> outcome = decide(new RoleChoice(List.of("king", "admin", "queen")));
        assertThat(outcome.verdict()).isEqualTo(Verdict.UNKNOWN_ROLE);
        assertThat(outcome.errors()).extracting(FieldError::pointer).containsExactly("/roles/0", "/roles/2");
    }

    @Test
    void aRoleThatIsNotHeldIsNotGiven() {
        assertThat(decide(new RoleChoice(List.of("member", "owner"))).verdict()).isEqualTo(Verdict.ROLE_NOT_HELD);
    }

    @Test
    void aRoleChosenTwiceIsGivenOnce() {
        assertThat(decide(new RoleChoice(List.of("admin", "admin"))).get()).containsExactly(OrganizationRole.ADMIN);
    }

    @Test
    void nobodyAsksForAThousandRoles() {
        assertThat(decide(new RoleChoice(Collections.nCopies(1000, "admin"))).verdict())
                .isEqualTo(Verdict.UNKNOWN_ROLE);
    }

    private Outcome<Set<OrganizationRole>> decide(RoleChoice choice) {
        return choice.decide(admin, OrganizationRole.BUILT_IN);
    }
}
