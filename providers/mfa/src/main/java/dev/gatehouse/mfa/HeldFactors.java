package dev.gatehouse.mfa;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The second factors that a user has set up, for whoever shows or judges them.
 *
 * @param factors in the user's order
 * @param backupCodesLeft how many backup codes are still good, 0 where there are none
 */
public record HeldFactors(List<OwnFactor> factors, int backupCodesLeft) {

    public HeldFactors {
        factors = List.copyOf(factors);
    }

    /** Their kinds. */
    public Set<FactorType> types() {
        Set<FactorType> types = EnumSet.noneOf(FactorType.class);
        factors.forEach(factor -> types.add(factor.type()));
        return types;
    }

    /** Whether a login asks for more than the password. */
    public boolean areEnabled() {
        return !factors.isEmpty();
    }
}
