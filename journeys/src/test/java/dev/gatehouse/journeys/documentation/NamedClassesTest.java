package dev.gatehouse.journeys.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the pages name in backticks exists: on every page what starts with {@code dev.gatehouse}, in {@code docs/flows/} also
 * each {@code SimpleName} and {@code SimpleName.method}. A class of somebody else is written there with its package.
 */
class NamedClassesTest {

    private static final Pattern QUALIFIED = Pattern.compile("dev\\.gatehouse(\\.\\w+)*(\\.\\*)?");
    private static final Pattern SIMPLE = Pattern.compile("([A-Z][a-z]\\w*)(?:[.#]([a-z]\\w*)(?:\\(.*\\))?)?");

    private final SourceTree sources = SourceTree.read();

    @Test
    void everyClassAndPackageOfOursThatAPageNamesExists() {
        var missing = new ArrayList<String>();
        for (var page : Repository.pages()) {
            page.code().stream()
                    .filter(code -> QUALIFIED.matcher(code).matches())
                    .filter(code -> !sources.contains(code.replaceFirst("\\.\\*$", "")))
                    .forEach(code -> missing.add(page.name() + ": " + code));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyStationOfAFlowExists() {
        var missing = new ArrayList<String>();
        var flows = Repository.root().resolve("docs").resolve("flows");
        for (var page : Repository.pages()) {
            if (page.file().startsWith(flows)) {
                page.code().stream()
                        .filter(code -> !isStationOrNoName(code))
                        .forEach(code -> missing.add(page.name() + ": " + code));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aRenamedClassAndARenamedMethodAreFound() {
        assertThat(sources.contains("dev.gatehouse.journeys.documentation.SourceTree"))
                .isTrue();
        assertThat(sources.contains("dev.gatehouse.journeys.documentation")).isTrue();
        assertThat(sources.contains("dev.gatehouse.journeys.documentation.Renamed"))
                .isFalse();
        assertThat(isStationOrNoName("SourceTree.hasMethod")).isTrue();
        assertThat(isStationOrNoName("SourceTree.renamedMethod")).isFalse();
        assertThat(isStationOrNoName("RenamedTree")).isFalse();
        assertThat(isStationOrNoName("grant_type=password")).isTrue();
    }

    private boolean isStationOrNoName(String code) {
        var named = SIMPLE.matcher(code);
        return !named.matches()
                || Optional.ofNullable(named.group(2))
                        .map(method -> sources.hasMethod(named.group(1), method))
                        .orElseGet(() -> sources.hasClass(named.group(1)));
    }
}
