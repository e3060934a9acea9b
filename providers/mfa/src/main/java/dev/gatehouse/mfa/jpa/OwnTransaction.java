package dev.gatehouse.mfa.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work in a transaction of its own: committed when {@code call} returns, rolled back if the work throws. */
public interface OwnTransaction {

    <T> T call(Function<EntityManager, T> work);
}
