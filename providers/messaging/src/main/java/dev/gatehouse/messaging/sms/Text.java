package dev.gatehouse.messaging.sms;

import dev.gatehouse.messaging.phone.PhoneNumber;
import java.time.Duration;

/**
 * A text message as a gateway gets it. What it says is a secret: {@link #toString()} does not show it.
 *
 * @param goodFor how long it is of use yet, for gateways that can be told
 */
public record Text(PhoneNumber to, String body, Duration goodFor) {
    @Override
    public String toString() {
        return "Text to " + to;
    }
}
