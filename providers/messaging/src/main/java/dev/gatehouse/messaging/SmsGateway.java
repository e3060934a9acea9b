package dev.gatehouse.messaging;

/** A service that sends text messages. An implementation ends within a timeout of its own, and does not throw. */
@FunctionalInterface
public interface SmsGateway {

    /**
     * @param phoneNumber in E.164
     */
    DeliveryOutcome send(String phoneNumber, String text);
}
