package dev.gatehouse.organization.decision;

import static dev.gatehouse.organization.decision.Questions.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePropertyTest {
    /** Each condition with the only one of these values that meets it: no type is taken for another. */
    private static final Map<String, Object> ONLY = Map.of(
            "resource.p is 100", new BigDecimal("100"),
            "resource.p is \"100\"", "100",
            "resource.p is true", true,
            "resource.p is false", false,
            "resource.p is \"true\"", "true",
            "resource.p is draft", "draft",
            "resource.p is subject", "ann",
            "resource.p is \"subject\"", "subject",
            "resource.p is \"\"", "",
            "resource.p is -0.5", new BigDecimal("-0.5"));

    private static final List<Object> VALUES = List.of(
            new BigDecimal("100"), "100", true, false, "true", "draft", "ann", "subject", "", new BigDecimal("-0.5"));

    @Test
    void aValueMeetsItsOwnConditionAndNoOther() {
        ONLY.forEach((condition, only) ->
                VALUES.forEach(value -> assertThat(PLAIN.with("p", value).meet(condition))
                        .as("%s with %s", condition, value)
                        .isEqualTo(value.equals(only))));
    }

    @Test
    void aMissingPropertyMeetsNothing() {
        ONLY.keySet().forEach(condition -> assertThat(PLAIN.meet(condition)).isFalse());
        assertThat(PLAIN.meet("resource.p at-most 5")).isFalse();
        assertThat(PLAIN.meet("resource.p at-least -5")).isFalse();
    }

    @Test
    void theOwnerIsTheSubjectOnlyByTheWholeId() {
        String own = "resource.owner is subject";
        assertThat(PLAIN.with("owner", "ann").meet(own)).isTrue();
        assertThat(PLAIN.with("owner", "Ann").meet(own)).isFalse();
        assertThat(PLAIN.with("owner", "anna").meet(own)).isFalse();
        assertThat(PLAIN.with("owner", List.of("ann")).meet(own)).isFalse();
    }

    @Test
    void numbersAreComparedExactly() {
        String most = "resource.amount at-most 1000.10";
        assertThat(PLAIN.with("amount", new BigDecimal("1000.1")).meet(most)).isTrue();
        assertThat(PLAIN.with("amount", new BigDecimal("1000.100000000000000000000000001"))
                        .meet(most))
                .isFalse();
        assertThat(PLAIN.with("amount", new BigDecimal("-1e999999999")).meet(most))
                .isTrue();
        assertThat(PLAIN.with("amount", new BigDecimal("1e999999999")).meet(most))
                .isFalse();
        assertThat(PLAIN.with("amount", new BigDecimal("1000.1")).meet("resource.amount is 1000.100"))
                .isTrue();
        assertThat(PLAIN.with("amount", new BigDecimal("3")).meet("resource.amount at-least 3"))
                .isTrue();
        assertThat(PLAIN.with("amount", new BigDecimal("2.9")).meet("resource.amount at-least 3"))
                .isFalse();
    }

    @Test
    void onlyANumberIsAtMostAnything() {
        for (Object value : List.of("5", true, List.of(), Map.of())) {
            assertThat(PLAIN.with("amount", value).meet("resource.amount at-most 10"))
                    .isFalse();
            assertThat(PLAIN.with("amount", value).meet("resource.amount at-least 0"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.p is",
                "resource.p is ",
                "resource.p  is 5",
                "resource.P is 5",
                "resource. is 5",
                "resource.p.q is 5",
                "resource.p is 5x",
                "resource.p is 01",
                "resource.p is 1e5",
                "resource.p is +5",
                "resource.p is .5",
                "resource.p is \"open",
                "resource.p is \"a\"b",
                "resource.p is \"a\tb\"",
                "resource.p is \"a\u202eb\"",
                "resource.p at-most ten",
                "resource.p at-most \"10\"",
                "resource.p at-most 1000000000000000000000",
                "resource.p not 5",
                "resource.p is a or b",
                "subject.p is 5",
                "p is 5"
            })
    void anythingElseIsRefused(String text) {
        assertThat(Conditions.mistake(text)).isPresent();
        assertThat(PLAIN.with("p", new BigDecimal("5")).meet(text)).isFalse();
    }
}
