package dev.gatehouse.api.problem;

import jakarta.ws.rs.WebApplicationException;

/** Ends a request with a problem from inside a helper that cannot return one. */
public final class Refusal extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    Refusal(Problem problem) {
        super(problem.response());
    }
}
