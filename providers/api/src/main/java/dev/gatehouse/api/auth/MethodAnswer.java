package dev.gatehouse.api.auth;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A second factor as somebody may see it who has shown no more than the password. */
record MethodAnswer(
        String id,
        String type,
        String label,
        @JsonProperty("default") boolean isDefault) {}
