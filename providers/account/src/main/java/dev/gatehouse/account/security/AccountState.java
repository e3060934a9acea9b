package dev.gatehouse.account.security;

import dev.gatehouse.mfa.FactorType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What advice is drawn from.
 *
 * @param passwordChangedAt unknown for who has none, or whose password a directory keeps
 * @param hasAddress whether there is an e-mail address at all
 * @param logins the latest, the newest first
 */
public record AccountState(
        Set<FactorType> factors,
        int backupCodesLeft,
        @Nullable Instant passwordChangedAt,
        boolean hasAddress,
        boolean addressVerified,
        long sessions,
        List<LoginAttempt> logins) {

    public AccountState {
        factors = Set.copyOf(factors);
        logins = List.copyOf(logins);
    }
}
