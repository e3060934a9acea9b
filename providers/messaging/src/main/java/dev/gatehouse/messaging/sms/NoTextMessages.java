package dev.gatehouse.messaging.sms;

import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneReading;
import dev.gatehouse.messaging.phone.PhoneVerdict;
import java.time.Duration;
import java.time.Instant;

/** Where messaging is switched off: nothing is offered, nothing leaves. */
public final class NoTextMessages implements TextMessages {

    @Override
    public boolean areOffered() {
        return false;
    }

    @Override
    public PhoneReading read(String typed) {
        return PhoneReading.refused(PhoneVerdict.COUNTRY_NOT_ALLOWED);
    }

    @Override
    public TextReceipt send(PhoneNumber to, String text, Sender sender, Instant expiresAt) {
        return TextReceipt.unavailable(Duration.ZERO);
    }
}
