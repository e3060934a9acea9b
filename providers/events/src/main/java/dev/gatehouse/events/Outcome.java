package dev.gatehouse.events;

/** How what somebody tried has ended. */
public enum Outcome {
    SUCCESS,
    FAILURE
}
