package dev.gatehouse.account.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "email, /email",
        "firstName, /first_name",
        "locale, /locale",
        "department, /attributes/department",
        "a/b~c, /attributes/a~1b~0c"
    })
    void everyAttributeHasItsPlaceInARequest(String attribute, String pointer) {
        assertThat(ProfileErrors.of(attribute, "error-invalid-email").pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "error-user-attribute-required, required",
        "missingEmailMessage, required",
        "error-invalid-length-too-short, length",
        "error-invalid-email, value"
    })
    void whatKeycloakFindsIsToldInTheCodesOfTheContract(String message, String code) {
        assertThat(ProfileErrors.of("email", message).code()).isEqualTo(code);
    }

    @Test
    void fieldsOfTheirOwnDoNotStandAmongTheAttributes() {
        assertThat(ProfileErrors.isField("username")).isTrue();
        assertThat(ProfileErrors.isField("department")).isFalse();
    }
}
