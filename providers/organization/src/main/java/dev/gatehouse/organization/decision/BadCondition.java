package dev.gatehouse.organization.decision;

/** A condition that cannot be read: a sentence for whoever wrote it. */
final class BadCondition extends Exception {
    private static final long serialVersionUID = 1L;

    BadCondition(String message) {
        super(message);
    }
}
