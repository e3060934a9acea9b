package dev.gatehouse.mfa;

import java.time.Instant;
import java.util.Optional;

/**
 * A factor as its owner sees it.
 *
 * @param label the owner's name for it; the masked destination where there is none
 * @param isActive whether it is proven
 * @param isDefault whether it is the one to offer first
 */
public record OwnFactor(
        String id,
        FactorType type,
        String label,
        boolean isActive,
        boolean isDefault,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {}
