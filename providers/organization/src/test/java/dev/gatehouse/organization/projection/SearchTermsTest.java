package dev.gatehouse.organization.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    private static final MemberNames ANN =
            new MemberNames("ann7", "a.smith@example.test", "Anne-Marie", "Smith Garcia");

    @Test
    void somebodyIsFoundByTheStartOfAnyName() {
        for (String search : new String[] {
            "ann7",
            "an",
            "a.smith@ex",
            "anne",
            "marie",
            "SMITH",
            "garc",
            "anne-marie smith g",
            "smith garcia anne",
            " ann  "
        }) {
            assertThat(finds(search, ANN)).as(search).isTrue();
        }
    }

    @Test
    void somebodyIsNotFoundByTheMiddleOfAName() {
        for (String search : new String[] {"nn7", "mith", "example", "bob", "anne smith", "ann77"}) {
            assertThat(finds(search, ANN)).as(search).isFalse();
        }
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        MemberNames juergen = new MemberNames("jürgen", null, "Jürgen", "Weiß");
        for (String search : new String[] {"JÜRGEN", "jurgen", "ju\u0308r", "WEISS", "weiß"}) {
            assertThat(finds(search, juergen)).as(search).isTrue();
        }
        assertThat(finds("istanbul", new MemberNames("x", null, "İSTANBUL", null)))
                .isTrue();
        assertThat(finds("ﬁona", new MemberNames("x", null, "Fiona", null))).isTrue();
        assertThat(finds("李", new MemberNames("x", null, "小龙", "李"))).isTrue();
    }

    @Test
    void aTermThatAnotherOneStartsWithIsNotKept() {
        assertThat(SearchTerms.of(new MemberNames("alice", "alice@example.test", "Alice", null)))
                .hasSize(1);
    }

    @Test
    void nothingCanBeSearchedForByNothing() {
        for (String search : new String[] {"", "  ", "\u00a0", "\u0301"}) {
            assertThat(SearchTerms.start(search)).as("'" + search + "'").isEmpty();
        }
    }

    @Test
    void endlessNamesMakeFewAndShortTerms() {
        MemberNames endless = new MemberNames("x".repeat(255), null, "ab ".repeat(85), "é".repeat(255));
        SortedSet<String> terms = SearchTerms.of(endless);
        assertThat(terms)
                .hasSizeLessThanOrEqualTo(16)
                .allSatisfy(
                        term -> assertThat(term).hasSizeLessThanOrEqualTo(128).matches("[0-9a-f]+"));
        assertThat(finds("x".repeat(255), endless)).isTrue();
        assertThat(finds("\u0000\uD800", endless)).isFalse();
    }

    @Test
    void theTermsOfOneStartStandTogether() {
        String start = SearchTerms.start("an").orElseThrow();
        assertThat(SearchTerms.start("anz\uFFFF").orElseThrow()).isLessThan(SearchTerms.endOf(start));
        assertThat(SearchTerms.start("ao").orElseThrow()).isGreaterThan(SearchTerms.endOf(start));
        assertThat("").isLessThan(SearchTerms.endOf(""));
        assertThat(SearchTerms.start("\u0001").orElseThrow()).isGreaterThan(SearchTerms.endOf(""));
    }

    private static boolean finds(@Nullable String search, MemberNames names) {
        return SearchTerms.start(String.valueOf(search)).stream()
                .anyMatch(start -> SearchTerms.of(names).stream()
                        .anyMatch(term -> term.compareTo(start) >= 0 && term.compareTo(SearchTerms.endOf(start)) < 0));
    }
}
