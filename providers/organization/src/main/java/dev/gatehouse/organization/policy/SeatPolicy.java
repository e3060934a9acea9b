package dev.gatehouse.organization.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many members an organization may have.
 *
 * @param limit members and invitations under way together; unlimited if empty
 */
public record SeatPolicy(@Nullable Integer limit) {

    public static final SeatPolicy NONE = new SeatPolicy(null);

    private static final String LIMIT = "seats.limit";

    /** Unreadable: not one more member. */
    static SeatPolicy from(StoredPolicy stored) {
        return new SeatPolicy(stored.least(LIMIT, 0));
    }

    void writeTo(Map<String, List<String>> attributes) {
        StoredPolicy.write(attributes, LIMIT, limit);
    }

    /** The smaller of both limits. */
    public SeatPolicy stricter(SeatPolicy other) {
        if (limit == null || other.limit == null) {
            return limit == null ? other : this;
        }
        return limit <= other.limit ? this : other;
    }
}
