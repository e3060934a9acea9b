package dev.gatehouse.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/reference/problems.md} to the catalogue. */
class ProblemReferenceTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d+) \\| \\S.*\\|$");

    @Test
    void thePageListsEveryProblemWithItsStatus() throws IOException {
        String page = Files.readString(Path.of("../../docs/reference/problems.md"));
        List<String> documented = ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> type.problemName() + " " + ProblemStatus.of(type))
                        .toList());
    }
}
