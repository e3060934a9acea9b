package dev.gatehouse.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.test, a•••@example.test",
        "a@example.test, a•••@example.test",
        "'x@y@example.test', x•••@example.test",
        "@example.test, •••",
        "no address, •••"
    })
    void onlyTheFirstLetterAndTheDomainAreShown(String address, String masked) {
        assertThat(MaskedAddress.of(address)).isEqualTo(masked);
    }
}
