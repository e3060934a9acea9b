package dev.gatehouse.messaging.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Runs work in a database transaction of its own, committed when it returns. */
@FunctionalInterface
public interface Transactions {

    <T> T inTransaction(Function<EntityManager, T> work);
}
