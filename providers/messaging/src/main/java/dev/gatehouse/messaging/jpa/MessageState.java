package dev.gatehouse.messaging.jpa;

/** Where in its life a row is. */
enum MessageState {
    /** To be sent, or being sent. */
    WAITING,
    SENT,
    EXPIRED,
    DEAD
}
