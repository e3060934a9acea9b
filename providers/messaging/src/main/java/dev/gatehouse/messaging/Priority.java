package dev.gatehouse.messaging;

/** Which messages leave first: a message of an earlier constant overtakes all waiting ones of a later. */
public enum Priority {
    /** Somebody sits in front of a page and waits for it. */
    CODE,
    /** Everything else. */
    NORMAL
}
