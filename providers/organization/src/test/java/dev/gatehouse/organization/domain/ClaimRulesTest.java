package dev.gatehouse.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.OrganizationDomain;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRulesTest {

    private final ClaimRules rules = new ClaimRules(domain -> domain.value().equals("co.uk"), Set.of("gmail.com"));

    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com",
        "ACME.com, acme.com",
        "*.acme.com, *.acme.com",
        "acme.co.uk, acme.co.uk",
        "münchen.example, xn--mnchen-3ya.example",
        "*.MÜNCHEN.example, *.xn--mnchen-3ya.example",
        "пример.рф, xn--e1afmkfd.xn--p1ai",
        "acme。com, acme.com"
    })
    void aDomainIsTakenInTheFormThatDnsUses(String text, String name) {
        assertThat(rules.check("/domain", text).value().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "*.com",
                "*",
                "*.",
                "**.acme.com",
                "*.*.acme.com",
                "a.*.com",
                "acme.com.",
                "-acme.com",
                "acme..com",
                "http://acme.com",
                "user@acme.com",
                "10.0.0.1",
                "[::1]",
                "acme.com:53",
                "acme .com",
                "acme\u0000.com",
                "acme\n.com",
                "\u202Eacme.com",
                "_dmarc.acme.com",
                "acme.c\u200Dom/",
                "co.uk",
                "*.co.uk",
                "gmail.com",
                "*.gmail.com",
                "GMAIL.COM",
                "ｇmail.com"
            })
    void whatIsNoDomainOfOneOwnerIsRefused(String text) {
        assertThat(rules.check("/domain", text).isGood()).as(text).isFalse();
    }

    @Test
    void aMegabyteIsRefusedAtOnce() {
        assertThat(rules.check("/domain", "a.".repeat(500_000) + "com").isGood())
                .isFalse();
        assertThat(rules.check("/domain", null).isGood()).isFalse();
    }

    @Test
    void aDomainWhoseRecordWouldHaveTooLongANameIsRefused() {
        String label = "a".repeat(60);
        String longest = label + "." + label + "." + label + "." + "a".repeat(45) + ".com";
        assertThat(longest).hasSize(232);
        assertThat(rules.check("/domain", longest).isGood()).isTrue();
        assertThat(rules.check("/domain", "a" + longest).errors()).isNotEmpty();
    }

    @Test
    void addressesAreHeldByTheDomainItselfAndBelowAWildcard() {
        OrganizationDomain plain = OrganizationDomain.of("acme.com").orElseThrow();
        OrganizationDomain wildcard = OrganizationDomain.of("*.acme.com").orElseThrow();
        assertThat(plain.holds("a@acme.com")).isTrue();
        assertThat(plain.holds("a@eu.acme.com")).isFalse();
        assertThat(wildcard.holds("a@acme.com")).isTrue();
        assertThat(wildcard.holds("a@EU.acme.com")).isTrue();
        assertThat(wildcard.holds("a@evilacme.com")).isFalse();
        assertThat(wildcard.holds("a@eu.acme.com.evil.test")).isFalse();
    }

    @Test
    void theClosestDomainComesFirst() {
        assertThat(OrganizationDomain.namesHolding("a@b@EU.acme.com"))
                .containsExactly("eu.acme.com", "*.eu.acme.com", "*.acme.com", "*.com");
        assertThat(OrganizationDomain.namesHolding("nobody")).isEmpty();
        assertThat(OrganizationDomain.namesHolding("nobody@")).isEmpty();
    }
}
