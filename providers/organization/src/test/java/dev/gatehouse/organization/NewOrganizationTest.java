package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewOrganizationTest {

    @ParameterizedTest
    @CsvSource({"Acme, acme", "Müller & Söhne, muller-sohne", "Größe, grosse", "3M, 3m", "a - b, a-b", "ﬁne, fine"})
    void aNameSuggestsAnAlias(String name, String alias) {
        assertThat(named(name).value().alias().value()).isEqualTo(alias);
    }

    @Test
    void aLongNameSuggestsAnAliasThatFits() {
        String alias = named("a".repeat(62) + " bcd").value().alias().value();
        assertThat(alias).isEqualTo("a".repeat(62));
        assertThat(named("ab ".repeat(30).strip()).value().alias().value()).hasSizeLessThanOrEqualTo(63);
    }

    @Test
    void aNameWithoutLatinLettersNeedsAnAlias() {
        assertThat(codes(named("株式会社"))).containsExactly("/alias required");
        assertThat(NewOrganization.check("株式会社", "kk", null, List.of(), Map.of())
                        .isGood())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "-acme", "acme-", "a--b", "a b", "a:b", "*", "акме", "acme\n", "a/b", "a.b"})
    void anAliasIsLowerCaseLettersDigitsAndHyphens(String alias) {
        assertThat(codes(NewOrganization.check("Acme", alias, null, List.of(), Map.of())))
                .containsExactly("/alias value");
    }

    @Test
    void anAliasFitsIntoALabel() {
        assertThat(codes(NewOrganization.check("Acme", "a".repeat(64), null, List.of(), Map.of())))
                .containsExactly("/alias length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\tb",
                "a\u202eb",
                "a\u2066b",
                "a\u200bb",
                "a\u200db",
                "a\ufeffb",
                "a\u00a0b",
                "a\u3000b",
                "a\u2028b",
                "a\ue000b",
                "a\u3164b",
                "a\u2800b",
                "a\ud800",
                "a\u00adb",
                "a\u115fb"
            })
    void aNameHidesNothing(String name) {
        assertThat(codes(named(name))).containsExactly("/name character");
    }

    @ParameterizedTest
    @ValueSource(strings = {" Acme", "Acme ", "Ac  me"})
    void aNameHasSingleSpacesInside(String name) {
        assertThat(codes(named(name))).containsExactly("/name character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"می‌خواهم", "क्‍ष", "Łódź AG", "O'Neil & Co. (2026)", "数据"})
    void namesOfAllScriptsAreFine(String name) {
        assertThat(NewOrganization.check(name, "x", null, List.of(), Map.of()).isGood())
                .isTrue();
    }

    @Test
    void whatLooksTheSameIsTheSame() {
        assertThat(NewOrganization.check("Cafe\u0301", "x", null, List.of(), Map.of())
                        .value()
                        .name())
                .isEqualTo("Caf\u00e9");
    }

    @Test
    void aNameIsThereAndNotTooLong() {
        assertThat(codes(named(""))).containsExactly("/name required");
        assertThat(codes(named("a".repeat(100)))).isEmpty();
        assertThat(codes(named("a".repeat(101)))).containsExactly("/name length");
        assertThat(codes(named("\uFDFA".repeat(1_000_000)))).containsExactly("/name length");
    }

    @Test
    void aDescriptionMayHaveLines() {
        assertThat(NewOrganization.check("Acme", null, "one\ntwo", List.of(), Map.of())
                        .isGood())
                .isTrue();
        assertThat(codes(NewOrganization.check("Acme", null, "one\u202etwo", List.of(), Map.of())))
                .containsExactly("/description character");
        assertThat(codes(NewOrganization.check("Acme", null, "a".repeat(501), List.of(), Map.of())))
                .containsExactly("/description length");
    }

    @ParameterizedTest
    @CsvSource({
        "Acme.Example.TEST, acme.example.test",
        "bücher.example, xn--bcher-kva.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah"
    })
    void domainsAreKeptAsDnsHasThem(String given, String kept) {
        assertThat(NewOrganization.check("Acme", null, null, List.of(given), Map.of())
                        .value()
                        .domains())
                .containsExactly(new DomainName(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "*.example.test",
                "example..test",
                "-a.test",
                "a_b.test",
                "127.0.0.1",
                "a.test.",
                "http://a.test",
                "a.test/x",
                "a b.test",
                "a@b.test",
                "a\u202e.test",
                "[::1]"
            })
    void whatIsNoDomainIsRefused(String domain) {
        assertThat(codes(NewOrganization.check("Acme", null, null, List.of("ok.test", domain), Map.of())))
                .containsExactly("/domains/1 value");
    }

    @Test
    void listsHaveAnEnd() {
        List<String> domains =
                IntStream.range(0, 21).mapToObj(n -> "d" + n + ".test").toList();
        assertThat(codes(NewOrganization.check("Acme", null, null, domains, Map.of())))
                .containsExactly("/domains length");
        Map<String, List<String>> attributes =
                IntStream.range(0, 33).boxed().collect(Collectors.toMap(n -> "a" + n, n -> List.of("x")));
        assertThat(codes(NewOrganization.check("Acme", null, null, List.of(), attributes)))
                .containsExactly("/attributes length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gatehouse.policy.mfa", "kc.org", "", "a b", "a~b", "a/b", "1a", ".a", "a."})
    void attributesOfOursAreNotTheirs(String name) {
        assertThat(codes(NewOrganization.check("Acme", null, null, List.of(), Map.of(name, List.of("x")))))
                .containsExactly("/attributes value");
    }

    @Test
    void attributeValuesFitAndHideNothing() {
        assertThat(codes(NewOrganization.check(
                        "Acme",
                        null,
                        null,
                        List.of(),
                        Map.of("tier", List.of("gold", "a".repeat(256)), "empty", List.of()))))
                .containsExactlyInAnyOrder("/attributes/tier/1 length", "/attributes/empty length");
        assertThat(codes(NewOrganization.check(
                        "Acme", null, null, List.of(), Map.of("tier", Collections.nCopies(21, "x")))))
                .containsExactly("/attributes/tier length");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(codes(NewOrganization.check("a\u202e", "A", "\u0000", Arrays.asList("x", null), Map.of())))
                .containsExactly(
                        "/name character",
                        "/alias value",
                        "/description character",
                        "/domains/0 value",
                        "/domains/1 required");
    }

    private static Checked<NewOrganization> named(String name) {
        return NewOrganization.check(name, null, null, List.of(), Map.of());
    }

    private static List<String> codes(Checked<?> checked) {
        return checked.errors().stream().map(NewOrganizationTest::code).toList();
    }

    private static String code(FieldError error) {
        return error.pointer() + " " + error.code();
    }
}
