package dev.gatehouse.messaging.phone;

import java.util.Optional;

/**
 * What was read from what somebody typed.
 *
 * @param number there if and only if the verdict is {@link PhoneVerdict#ACCEPTED}
 */
public record PhoneReading(PhoneVerdict verdict, Optional<PhoneNumber> number) {

    public PhoneReading {
        if ((verdict == PhoneVerdict.ACCEPTED) != number.isPresent()) {
            throw new IllegalArgumentException("An accepted number, and no other, is handed out");
        }
    }

    public static PhoneReading accepted(PhoneNumber number) {
        return new PhoneReading(PhoneVerdict.ACCEPTED, Optional.of(number));
    }

    /** @param verdict why not */
    public static PhoneReading refused(PhoneVerdict verdict) {
        return new PhoneReading(verdict, Optional.empty());
    }
}
