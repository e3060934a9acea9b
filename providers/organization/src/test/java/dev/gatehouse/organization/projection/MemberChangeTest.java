package dev.gatehouse.organization.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberChangeTest {

    private static final MemberState MEMBER = state(Set.of("member"), Set.of("61"), false, null);

    @Test
    void whoJoinsIsListedUnderTheRoleAndUnderEachTermWithAndWithoutIt() {
        MemberChange change = MemberChange.between(null, Set.of(), MEMBER);
        assertThat(change.added())
                .containsExactlyInAnyOrder(
                        new DirectoryEntry("member", ""),
                        new DirectoryEntry("member", "61"),
                        new DirectoryEntry("", "61"));
        assertThat(change.removed()).isEmpty();
        assertThat(change.counts())
                .containsExactlyInAnyOrder(
                        new Count(Metric.MEMBERS, "", 1),
                        new Count(Metric.ROLE, "member", 1),
                        new Count(Metric.WITHOUT_SECOND_FACTOR, "", 1));
    }

    @Test
    void whoLeavesLeavesNothing() {
        MemberState active = state(Set.of("owner", "admin"), Set.of("61", "62"), true, "20261124");
        MemberChange change = MemberChange.between(active, active.entries(), null);
        assertThat(change.removed()).isEqualTo(active.entries());
        assertThat(change.counts())
                .containsExactlyInAnyOrder(
                        new Count(Metric.MEMBERS, "", -1),
                        new Count(Metric.ROLE, "admin", -1),
                        new Count(Metric.ROLE, "owner", -1),
                        new Count(Metric.ACTIVE, "20261124", -1));
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        assertThat(MemberChange.between(MEMBER, MEMBER.entries(), MEMBER).isNothing())
                .isTrue();
        MemberState promoted = state(Set.of("admin"), Set.of("61"), true, null);
        MemberChange change = MemberChange.between(MEMBER, MEMBER.entries(), promoted);
        assertThat(change.added()).doesNotContain(new DirectoryEntry("", "61")).hasSize(2);
        assertThat(change.counts())
                .containsExactlyInAnyOrder(
                        new Count(Metric.ROLE, "member", -1),
                        new Count(Metric.ROLE, "admin", 1),
                        new Count(Metric.WITHOUT_SECOND_FACTOR, "", -1));
    }

    @Test
    void whatIsMissingOrTooMuchInStorageIsMended() {
        Set<DirectoryEntry> stored = Set.of(new DirectoryEntry("member", ""), new DirectoryEntry("", "62"));
        MemberChange change = MemberChange.between(MemberState.stored(stored, false, null), stored, MEMBER);
        assertThat(change.removed()).containsExactly(new DirectoryEntry("", "62"));
        assertThat(change.added()).hasSize(2);
        assertThat(change.counts()).isEmpty();
    }

    private static MemberState state(
            Set<String> roles, Set<String> terms, boolean secondFactor, @Nullable String activeDay) {
        SortedSet<String> sorted = new TreeSet<>(List.copyOf(roles));
        return new MemberState(sorted, new TreeSet<>(terms), secondFactor, activeDay);
    }
}
