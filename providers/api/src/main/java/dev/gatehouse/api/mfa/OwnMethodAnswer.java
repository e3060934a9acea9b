package dev.gatehouse.api.mfa;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.mfa.OwnFactor;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A factor as its owner sees it. */
record OwnMethodAnswer(
        String id,
        String type,
        String label,
        String status,
        @JsonProperty("default") boolean isDefault,
        String createdAt,
        @Nullable String lastUsedAt,
        String assurance) {
    static OwnMethodAnswer of(OwnFactor factor) {
        return new OwnMethodAnswer(
                factor.id(),
                factor.type().wireName(),
                factor.label(),
                factor.isActive() ? "active" : "pending",
                factor.isDefault(),
                factor.createdAt().toString(),
                factor.lastUsedAt().map(Instant::toString).orElse(null),
                factor.type().assurance().name().toLowerCase(Locale.ROOT));
    }
}
