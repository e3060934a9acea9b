package dev.gatehouse.organization.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalTallyTest {

    private final RefusalTally tally = new RefusalTally();

    @Test
    void eachRefusalIsTakenOnceHoweverManyCountAtOnce() {
        var counting = CompletableFuture.allOf(IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 10_000).forEach(number -> tally.count("acme"))))
                .toArray(CompletableFuture[]::new));
        Map<String, Long> sum = new HashMap<>();
        while (!counting.isDone()) {
            tally.take().forEach((organization, times) -> sum.merge(organization, times, Long::sum));
        }
        counting.join();
        tally.take().forEach((organization, times) -> sum.merge(organization, times, Long::sum));
        assertThat(sum).containsExactly(Map.entry("acme", 40_000L));
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void madeUpOrganizationsDoNotFillTheMemory() {
        IntStream.range(0, 20_000).forEach(number -> tally.count("organization " + number));
        assertThat(tally.take()).hasSize(10_000);
    }
}
