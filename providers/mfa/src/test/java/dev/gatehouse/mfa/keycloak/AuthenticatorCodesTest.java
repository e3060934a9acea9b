package dev.gatehouse.mfa.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.utils.TimeBasedOTP;

/** What we leave to Keycloak, held to the test vectors of RFC 6238, appendix B. */
class AuthenticatorCodesTest {

    private static final String SEED = "1234567890".repeat(7);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, HmacSHA1, 20",
        "59, 46119246, HmacSHA256, 32",
        "59, 90693936, HmacSHA512, 64",
        "1111111109, 07081804, HmacSHA1, 20",
        "1111111109, 68084774, HmacSHA256, 32",
        "1111111109, 25091201, HmacSHA512, 64",
        "1111111111, 14050471, HmacSHA1, 20",
        "1111111111, 67062674, HmacSHA256, 32",
        "1111111111, 99943326, HmacSHA512, 64",
        "1234567890, 89005924, HmacSHA1, 20",
        "1234567890, 91819424, HmacSHA256, 32",
        "1234567890, 93441116, HmacSHA512, 64",
        "2000000000, 69279037, HmacSHA1, 20",
        "2000000000, 90698825, HmacSHA256, 32",
        "2000000000, 38618901, HmacSHA512, 64",
        "20000000000, 65353130, HmacSHA1, 20",
        "20000000000, 77737706, HmacSHA256, 32",
        "20000000000, 47863826, HmacSHA512, 64"
    })
    void areThoseOfTheStandard(long second, String code, String algorithm, int seedLength) {
        assertThat(at(second, algorithm).validateTOTP(code, seed(seedLength))).isTrue();
    }

    @Test
    void ofOneStepBeforeAreTakenAndOfTwoAreNot() {
        assertThat(at(59 + 30, "HmacSHA1").validateTOTP("94287082", seed(20))).isTrue();
        assertThat(at(59 + 60, "HmacSHA1").validateTOTP("94287082", seed(20))).isFalse();
    }

    private static TimeBasedOTP at(long second, String algorithm) {
        TimeBasedOTP codes = new TimeBasedOTP(algorithm, 8, 30, 1);
        codes.setCalendar(
                GregorianCalendar.from(ZonedDateTime.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC)));
        return codes;
    }

    private static byte[] seed(int length) {
        return SEED.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
