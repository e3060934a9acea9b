package dev.gatehouse.mfa.notice;

/** What somebody did to a credential of their own. */
public enum OwnChange {
    SET_UP,
    /** Nothing of what it proves: its name, or its place. */
    CHANGED,
    REMOVED
}
