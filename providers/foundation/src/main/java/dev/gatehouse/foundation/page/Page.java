package dev.gatehouse.foundation.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list and the key from which the next one starts.
 *
 * @param nextKey the last item's key, or nothing when this was the last page
 */
public record Page<T>(List<T> items, @Nullable String nextKey) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of a query that asked for one item more than the limit: so that the end is known without counting.
     *
     * @param found at most {@code limit + 1} items in the order of their keys
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, key.apply(items.get(limit - 1)));
    }

    /** The same page with other items, for what had to be looked up for all of them at once. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextKey);
    }
}
