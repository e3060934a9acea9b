package dev.gatehouse.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {
    @Test
    void whatWasSkippedIsNamedWithItsReasonAndNotCountedAsPassed(@TempDir Path directory) throws IOException {
        Path report = Files.writeString(directory.resolve("TEST-story.xml"), """
                <testsuite name="dev.gatehouse.StoryTest" tests="4" errors="0" failures="1" skipped="1">
                  <testcase name="a"/><testcase name="b"><failure/></testcase>
                  <testcase name="c"><skipped message="no Docker answers here"/></testcase><testcase name="d"/>
                </testsuite>
                """);

        assertThat(TestSummary.of(List.of(report)).lines())
                .containsSubsequence(
                        "Not run:", "  StoryTest: no Docker answers here", "2 passed, 1 failed, 1 skipped");
    }
}
