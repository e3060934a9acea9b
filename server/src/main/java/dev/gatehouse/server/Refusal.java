package dev.gatehouse.server;

/** Why the server does not start; the message says what is wrong and what to do about it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
