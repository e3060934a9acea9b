package dev.gatehouse.mfa.keycloak;

import java.util.Optional;

/** INTERIM until messaging has phone numbers. */
record PhoneNumberEntry(Optional<String> number, String messageKey) {
    static PhoneNumberEntry read(String typed) {
        String number = typed.replaceAll("[\\s()./-]", "");
        if (number.isEmpty()) {
            return new PhoneNumberEntry(Optional.empty(), "smsOtpNumberMissing");
        }
        return number.matches("\\+[1-9][0-9]{6,14}")
                ? new PhoneNumberEntry(Optional.of(number), "")
                : new PhoneNumberEntry(Optional.empty(), "smsOtpNumberInvalid");
    }
}
