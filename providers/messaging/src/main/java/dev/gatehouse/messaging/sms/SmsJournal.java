package dev.gatehouse.messaging.sms;

import java.time.Duration;

/** Is told what gateways do: for meters and logs. Never shown a number or a text. Thread-safe. */
public interface SmsJournal {

    void attempted(String gateway, GatewayAnswer answer, Duration took);

    /** A message was held back because this was used up. */
    void limited(SmsScope scope);
}
