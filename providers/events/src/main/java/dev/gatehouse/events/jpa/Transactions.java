package dev.gatehouse.events.jpa;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Transactions of their own, for work that no request asks for. */
public interface Transactions {

    /** What the work returns, after its transaction was committed; rolled back if it throws. */
    <T> T inTransaction(Function<EntityManager, T> work);
}
