package dev.gatehouse.api.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.api.activity.ActivityQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListFiltersTest {

    @Test
    void withoutAFilterAllMembersAreWanted() {
        assertThat(MemberFilter.read(null, null).query().isAll()).isTrue();
        assertThat(MemberFilter.read("ann", null).query().isAll()).isFalse();
    }

    @Test
    void noTwoFiltersBindACursorAlike() {
        assertThat(List.of(
                        MemberFilter.read(null, null).text(),
                        MemberFilter.read("ann", null).text(),
                        MemberFilter.read("anna", null).text(),
                        MemberFilter.read(null, "ann").text(),
                        MemberFilter.read("ann", "admin").text()))
                .doesNotHaveDuplicates();
        assertThat(MemberFilter.read("Ann", null).text())
                .isEqualTo(MemberFilter.read("ann", null).text());
    }

    @Test
    void membersAreNotSearchedByNothingNorByABook() {
        for (String search : List.of("", " ", "\u00a0", "x".repeat(101))) {
            assertThatThrownBy(() -> MemberFilter.read(search, null)).as(search).isInstanceOf(RuntimeException.class);
        }
        for (String role : List.of("", " ", "a\u0000b", "x".repeat(256))) {
            assertThatThrownBy(() -> MemberFilter.read(null, role)).as(role).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void activityIsFilteredByTypesAndTimesOfAnyZone() {
        ActivityQuery query = ActivityQuery.read(
                List.of("user.login", "admin.organization-membership.create"), "2026-01-31T10:00:00+01:00", null);
        assertThat(query.filter().types()).hasSize(2);
        assertThat(query.filter().from()).isEqualTo(Instant.parse("2026-01-31T09:00:00Z"));
    }

    @Test
    void activityIsNotFilteredByWhatIsNoTypeAndNoTime() {
        for (String time : List.of("", "yesterday", "2026-01-31", "-9999-01-01T00:00:00Z", "+12026-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> ActivityQuery.read(List.of(), time, null))
                    .as(time)
                    .isInstanceOf(RuntimeException.class);
        }
        for (String type : List.of("", "USER", "user.login'", "a".repeat(256), "a\u0000")) {
            assertThatThrownBy(() -> ActivityQuery.read(List.of(type), null, null))
                    .as(type)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> ActivityQuery.read(
                        IntStream.range(0, 21).mapToObj(number -> "a" + number).toList(), null, null))
                .isInstanceOf(RuntimeException.class);
    }
}
