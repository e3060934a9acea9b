package dev.gatehouse.messaging.sms.http;

/** The interfaces that are spoken. A gateway of such a name is of this type. */
enum GatewayType {
    HTTP,
    TWILIO,
    VONAGE
}
