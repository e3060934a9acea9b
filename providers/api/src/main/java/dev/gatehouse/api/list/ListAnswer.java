package dev.gatehouse.api.list;

import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page for a client.
 *
 * @param nextCursor leads to the next page, null on the last
 */
public record ListAnswer<A>(List<A> items, @Nullable String nextCursor) {
    public static <T, A> ListAnswer<A> of(Page<T> page, Function<T, A> answer, CursorSeal seal) {
        String key = page.nextKey();
        return new ListAnswer<>(page.items().stream().map(answer).toList(), key == null ? null : seal.seal(key));
    }
}
