package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneReading;
import dev.gatehouse.messaging.sms.TextMessages;
import dev.gatehouse.mfa.SetupOutcome.Status;
import java.util.Optional;

/**
 * A number that somebody typed, or why codes do not go there.
 *
 * @param number in E.164
 * @param refusal means nothing where there is a number
 * @param messageKey says the refusal to a person
 */
record PhoneNumberEntry(Optional<String> number, Status refusal, String messageKey) {

    static PhoneNumberEntry read(TextMessages texts, String typed) {
        if (typed.isBlank()) {
            return refused(Status.NO_PHONE_NUMBER, "smsOtpNumberMissing");
        }
        PhoneReading reading = texts.read(typed);
        return switch (reading.verdict()) {
            case ACCEPTED -> new PhoneNumberEntry(reading.number().map(PhoneNumber::e164), Status.PENDING, "");
            case NOT_A_NUMBER, NOT_POSSIBLE -> refused(Status.NO_PHONE_NUMBER, "smsOtpNumberInvalid");
            case NOT_MOBILE -> refused(Status.NOT_MOBILE, "smsOtpNumberNotMobile");
            case COUNTRY_NOT_ALLOWED, SPECIAL -> refused(Status.NUMBER_NOT_ALLOWED, "smsOtpNumberNotAllowed");
        };
    }

    private static PhoneNumberEntry refused(Status refusal, String messageKey) {
        return new PhoneNumberEntry(Optional.empty(), refusal, messageKey);
    }
}
