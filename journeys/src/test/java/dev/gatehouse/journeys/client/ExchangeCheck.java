package dev.gatehouse.journeys.client;

import org.jspecify.annotations.Nullable;

/** Looks at every exchange; throws an {@link AssertionError} for one that breaks the contract. */
@FunctionalInterface
public interface ExchangeCheck {
    /** Of paths that are not the contract's, and so nobody's promise here. */
    ExchangeCheck NONE = (method, path, requestBody, answer) -> {};

    void check(String method, String path, @Nullable String requestBody, Answer answer);
}
