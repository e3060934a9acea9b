package dev.gatehouse.organization.keycloak.jpa;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;

/** What the database says when two requests want the same name at the same moment: only one can have it. */
public final class Uniqueness {

    private Uniqueness() {}

    /** Whether this failure says so. Keycloak names it only where it wrote itself, not where a query of ours made it. */
    public static boolean isViolated(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelDuplicateException || cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
