package dev.gatehouse.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What users change about themselves; what is absent stays. */
public record ProfileChange(
        @Nullable String email,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        Map<String, List<String>> attributes) {
    /** Hides everything, in case somebody logs it. */
    @Override
    public String toString() {
        return "a change of a profile";
    }
}
