package dev.gatehouse.messaging.sms;

import java.util.Locale;

/** Who shares a quota of text messages. */
public enum SmsScope {
    /** Nobody's phone is flooded, whoever asks. */
    NUMBER,
    USER,
    /** Where requests come from: an address, or the network of one. */
    ADDRESS,
    /** A block of ten thousand numbers: who earns by messages owns such blocks. */
    PREFIX,
    /** A calling code. */
    COUNTRY,
    /** What all of it may cost. */
    REALM;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
