package dev.gatehouse.api.mfa;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.api.json.MaxLength;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /mfa/methods/{id}}. */
record MethodChangeRequest(
        @Nullable @MaxLength(100) String label,
        @Nullable @JsonProperty("default") Boolean isDefault) {}
