package dev.gatehouse.account.registration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody registers with. */
public record RegistrationRequest(
        String email,
        String password,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        Map<String, List<String>> attributes,
        @Nullable String invitationToken) {
    /** Hides everything, in case somebody logs it. */
    @Override
    public String toString() {
        return "a registration";
    }
}
