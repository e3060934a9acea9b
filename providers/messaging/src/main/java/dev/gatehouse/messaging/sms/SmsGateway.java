package dev.gatehouse.messaging.sms;

/** A service that sends text messages. An implementation ends within a timeout of its own, and does not throw. */
@FunctionalInterface
public interface SmsGateway {

    GatewayAnswer send(Text text);
}
