package dev.gatehouse.organization.domain.guava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuavaPublicSuffixesTest {

    private final GuavaPublicSuffixes suffixes = new GuavaPublicSuffixes();

    @ParameterizedTest
    @ValueSource(strings = {"co.uk", "github.io", "com.au", "xn--55qx5d.cn", "s3.amazonaws.com", "foo.ck"})
    void theDomainUnderWhichStrangersRegisterIsOne(String domain) {
        assertThat(suffixes.contains(new DomainName(domain))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.co.uk", "acme.github.io", "example.com", "acme.example.test", "www.ck", "a_b.test"})
    void whatIsRegisteredThereIsNone(String domain) {
        assertThat(suffixes.contains(new DomainName(domain))).isFalse();
    }
}
