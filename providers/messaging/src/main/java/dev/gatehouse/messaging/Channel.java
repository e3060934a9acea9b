package dev.gatehouse.messaging;

/** The way by which a message reaches a person. */
public enum Channel {
    EMAIL,
    SMS
}
