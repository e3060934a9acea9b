package dev.gatehouse.api.list;

import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param after the key of the last item before the page, empty for the first page
 * @param limit the most items, 1 to {@value #MAXIMUM}
 */
public record ListQuery(String after, int limit) {
    static final int DEFAULT = 50;
    static final int MAXIMUM = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** The query, or {@code invalid-request} thrown: a limit out of range, or a cursor that is none of this list's. */
    public static ListQuery read(@Nullable String limit, @Nullable String cursor, CursorSeal seal) {
        String after = cursor == null
                ? ""
                : seal.open(cursor).orElseThrow(() -> refused("The cursor is none that this list gave out."));
        return new ListQuery(after, limit == null ? DEFAULT : number(limit));
    }

    private static int number(String limit) {
        int number = NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MAXIMUM) {
            throw refused("The limit has to be a number from 1 to " + MAXIMUM + ".");
        }
        return number;
    }

    private static RuntimeException refused(String detail) {
        return Problem.of(ProblemType.INVALID_REQUEST).detail(detail).refusal();
    }
}
