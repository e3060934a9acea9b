package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of activity promises. */
public abstract class ActivityContract {

    /** Does the work in a transaction that is committed. */
    protected abstract <T> T inTransaction(Function<ActivityStore, T> work);

    private void add(ActivityEntry... entries) {
        inTransaction(store -> {
            List.of(entries).forEach(store::add);
            return true;
        });
    }

    private List<String> ofAnna(ActivityFilter filter, @Nullable ActivityPosition after, int limit) {
        return inTransaction(store -> store.ofUser("realm-1", "anna", filter, after, limit)).stream()
                .map(ActivityEntry::id)
                .toList();
    }

    private List<ActivityEntry> page(Function<ActivityStore, List<ActivityEntry>> read) {
        return inTransaction(read);
    }

    private int purge(Instant before, int limit) {
        return inTransaction(store -> store.purge(before, limit));
    }

    private Optional<Instant> lastLogin(String realmId, Outcome outcome) {
        return inTransaction(store -> store.last(realmId, "anna", "user.login", outcome));
    }

    private int forget(String userId, int limit) {
        return inTransaction(store -> store.forget("realm-1", userId, limit));
    }

    private static ActivityEntry line(String id, Instant time) {
        return Samples.activity(id, "anna", "acme", "user.login", time);
    }

    @Test
    void aLineComesBackAsItWas() {
        ActivityEntry line = new ActivityEntry(
                "1",
                "realm-1",
                "anna",
                null,
                Samples.NOON,
                "user.login",
                Outcome.FAILURE,
                null,
                "Käse 😀",
                Map.of("error", "nö"));
        add(line);

        assertThat(page(store -> store.ofUser("realm-1", "anna", ActivityFilter.ALL, null, 10)))
                .containsExactly(line);
    }

    @Test
    void theLastTimeOfAnOutcomeIsFound() {
        add(
                line("1", Samples.NOON),
                line("2", Samples.NOON.plusSeconds(5)),
                Samples.activity("3", "anna", null, "user.logout", Samples.NOON.plusSeconds(9)),
                Samples.activity("4", "ben", null, "user.login", Samples.NOON.plusSeconds(9)));

        assertThat(lastLogin("realm-1", Outcome.SUCCESS)).contains(Samples.NOON.plusSeconds(5));
        assertThat(lastLogin("realm-1", Outcome.FAILURE)).isEmpty();
        assertThat(lastLogin("realm-2", Outcome.SUCCESS)).isEmpty();
    }

    @Test
    void aForgottenPersonLeavesOnlyWhatIsAnOrganizationsWithoutNameAndAddress() {
        add(
                Samples.activity("1", "anna", null, "user.login", Samples.NOON),
                Samples.activity("2", "anna", "acme", "user.login", Samples.NOON.plusSeconds(1)),
                Samples.activity("3", "anna", null, "user.logout", Samples.NOON.plusSeconds(2)),
                Samples.activity("4", "ben", "acme", "user.login", Samples.NOON.plusSeconds(3)));

        assertThat(forget("anna", 2)).isEqualTo(2);
        assertThat(forget("anna", 2)).isEqualTo(1);
        assertThat(forget("anna", 2)).isZero();

        assertThat(ofAnna(ActivityFilter.ALL, null, 10)).isEmpty();
        assertThat(page(store -> store.ofOrganization("realm-1", "acme", ActivityFilter.ALL, null, 10)))
                .satisfiesExactly(ben -> assertThat(ben.userId()).isEqualTo("ben"), kept -> {
                    assertThat(kept.id()).isEqualTo("2");
                    assertThat(kept.userId()).isNull();
                    assertThat(kept.ipAddress()).isNull();
                });
    }

    @Test
    void theNewestComesFirstAndLinesOfOneTimeHaveAnOrder() {
        add(line("1", Samples.NOON), line("3", Samples.NOON.plusSeconds(5)), line("2", Samples.NOON.plusSeconds(5)));

        assertThat(ofAnna(ActivityFilter.ALL, null, 10)).containsExactly("3", "2", "1");
    }

    @Test
    void pagesNeitherRepeatNorSkipThoughNewLinesArrive() {
        for (int i = 10; i < 20; i++) {
            add(line("" + i, Samples.NOON.plusSeconds(i / 3)));
        }
        List<String> read = new ArrayList<>();
        @Nullable ActivityPosition after = null;
        for (int page = 0; page < 4; page++) {
            @Nullable ActivityPosition from = after;
            List<ActivityEntry> lines =
                    inTransaction(store -> store.ofUser("realm-1", "anna", ActivityFilter.ALL, from, 3));
            lines.forEach(entry -> read.add(entry.id()));
            after = lines.get(lines.size() - 1).position();
            add(line("new-" + page, Samples.NOON.plusSeconds(100 + page)));
        }

        assertThat(read).containsExactly("19", "18", "17", "16", "15", "14", "13", "12", "11", "10");
    }

    @Test
    void oneSeesNobodyElses() {
        add(
                line("1", Samples.NOON),
                Samples.activity("2", "ben", "globex", "user.login", Samples.NOON),
                Samples.activity("3", "ben", "acme", "user.login", Samples.NOON));

        assertThat(ofAnna(ActivityFilter.ALL, null, 10)).containsExactly("1");
        assertThat(page(store -> store.ofOrganization("realm-1", "acme", ActivityFilter.ALL, null, 10)))
                .extracting(ActivityEntry::id)
                .containsExactly("3", "1");
        assertThat(page(store -> store.ofUser("realm-2", "anna", ActivityFilter.ALL, null, 10)))
                .isEmpty();
    }

    @Test
    void filtersNarrowByTypeAndTime() {
        add(
                line("1", Samples.NOON),
                Samples.activity("2", "anna", null, "user.logout", Samples.NOON.plusSeconds(1)),
                line("3", Samples.NOON.plusSeconds(2)),
                line("4", Samples.NOON.plusSeconds(3)));

        assertThat(ofAnna(new ActivityFilter(Set.of("user.logout"), null, null), null, 10))
                .containsExactly("2");
        assertThat(ofAnna(
                        new ActivityFilter(Set.of(), Samples.NOON.plusSeconds(1), Samples.NOON.plusSeconds(3)),
                        null,
                        10))
                .containsExactly("3", "2");
    }

    @Test
    void noTextFromOutsideIsTooLongOrTooStrange() {
        String odd = "x\0\uD800".repeat(300);
        add(new ActivityEntry(
                "1", "realm-1", "anna", odd, Samples.NOON, odd, Outcome.SUCCESS, odd, odd, Map.of("k", odd)));

        assertThat(ofAnna(ActivityFilter.ALL, null, 10)).containsExactly("1");
    }

    @Test
    void thePurgeTakesTheOldestAFewAtATime() {
        add(line("1", Samples.NOON), line("2", Samples.NOON.plusSeconds(1)), line("3", Samples.NOON.plusSeconds(2)));
        Instant before = Samples.NOON.plusSeconds(2);

        assertThat(purge(before, 1)).isEqualTo(1);
        assertThat(ofAnna(ActivityFilter.ALL, null, 10)).containsExactly("3", "2");
        assertThat(purge(before, 10)).isEqualTo(1);
        assertThat(ofAnna(ActivityFilter.ALL, null, 10)).containsExactly("3");
    }

    @Test
    void aPositionSurvivesBeingWrittenAsText() {
        ActivityPosition position = new ActivityPosition(Samples.NOON, "a:b");

        assertThat(ActivityPosition.parse(position.text())).contains(position);
        assertThat(ActivityPosition.parse("nonsense")).isEmpty();
        assertThat(ActivityPosition.parse("x:y")).isEmpty();
        assertThat(ActivityPosition.parse("")).isEmpty();
    }
}
