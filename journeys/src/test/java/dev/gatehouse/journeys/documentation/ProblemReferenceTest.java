package dev.gatehouse.journeys.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.ProblemType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The problem reference lists the catalogue. */
class ProblemReferenceTest {

    @Test
    void everyProblemIsDescribedAndNoOther() {
        var page = MarkdownPage.read(Repository.root().resolve("docs/reference/problems.md"));

        assertThat(page.rows().stream().skip(1).map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::problemName)
                        .toList());
    }
}
