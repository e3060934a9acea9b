package dev.gatehouse.messaging.sms;

import org.jspecify.annotations.Nullable;

/**
 * Who has a text message sent, for the quotas.
 *
 * @param userId  of the account it is sent for
 * @param address where the request came from, as Keycloak knows it; null where there is no request
 */
public record Sender(String userId, @Nullable String address) {
    @Override
    public String toString() {
        return "Sender of user " + userId;
    }
}
