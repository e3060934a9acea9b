package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.SmsGateway;
import java.time.Duration;

/** One gateway's settings, checked as a whole. */
interface GatewaySettings {

    String name();

    /** The longest that an attempt takes. */
    Duration timeout();

    SmsGateway open();
}
