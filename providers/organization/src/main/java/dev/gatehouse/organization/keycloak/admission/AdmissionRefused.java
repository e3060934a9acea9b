package dev.gatehouse.organization.keycloak.admission;

import dev.gatehouse.organization.Verdict;
import org.keycloak.models.ModelValidationException;

/**
 * Somebody was made a member who may not be one. The transaction cannot be committed any more. A
 * {@link ModelValidationException}, since the admin console shows what that says.
 */
public final class AdmissionRefused extends ModelValidationException {

    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    AdmissionRefused(Verdict verdict, String message) {
        super(message);
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
