package dev.gatehouse.mfa;

import java.util.Map;

/**
 * Whether somebody may remove a factor of their own. The last one that something asks for stays: without it the next login
 * would set up another by the password alone. Backup codes stand in for a factor, and are no reason to let the last one go.
 *
 * @param factors all that the user has, by id
 */
public record FactorRemoval(FactorRequirement requirement, Map<String, FactorType> factors) {

    public FactorRemoval {
        factors = Map.copyOf(factors);
    }

    /** True as well for what is no factor. */
    public boolean allows(String factorId) {
        FactorType removed = factors.get(factorId);
        return removed == null
                || !requirement.required()
                || !requirement.allowedTypes().contains(removed)
                || factors.entrySet().stream()
                        .filter(factor -> !factor.getKey().equals(factorId))
                        .anyMatch(factor -> suffices(factor.getValue()));
    }

    /** Whether any factor of this kind may go, which is all that some doors ask. */
    public boolean allowsAny(FactorType type) {
        return factors.entrySet().stream()
                .filter(factor -> factor.getValue() == type)
                .allMatch(factor -> allows(factor.getKey()));
    }

    private boolean suffices(FactorType type) {
        return type != FactorType.BACKUP_CODES && requirement.allowedTypes().contains(type);
    }
}
