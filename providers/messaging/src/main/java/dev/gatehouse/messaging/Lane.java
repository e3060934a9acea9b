package dev.gatehouse.messaging;

/**
 * Messages that share a way out, and so its troubles: e-mails of one realm, and all text messages.
 *
 * @param realmId {@link #EVERY_REALM} for text messages, whose gateways all realms share
 */
public record Lane(Channel channel, String realmId) {
    public static final String EVERY_REALM = "*";

    static Lane of(Channel channel, String realmId) {
        return new Lane(channel, channel == Channel.SMS ? EVERY_REALM : realmId);
    }
}
