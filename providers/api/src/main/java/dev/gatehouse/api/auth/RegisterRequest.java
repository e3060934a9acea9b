package dev.gatehouse.api.auth;

import dev.gatehouse.account.registration.RegistrationRequest;
import dev.gatehouse.api.json.MaxItems;
import dev.gatehouse.api.json.MaxLength;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/register}. */
record RegisterRequest(
        @MaxLength(254) String email,
        @MaxLength(1024) String password,
        @Nullable @MaxLength(255) String username,
        @Nullable @MaxLength(255) String firstName,
        @Nullable @MaxLength(255) String lastName,
        @Nullable @MaxLength(35) String locale,
        @Nullable @MaxLength(2048) @MaxItems(50) Map<String, List<String>> attributes,
        @Nullable @MaxLength(4096) String invitationToken) {
    RegistrationRequest registration() {
        return new RegistrationRequest(
                email,
                password,
                username,
                firstName,
                lastName,
                locale,
                Objects.requireNonNullElse(attributes, Map.of()),
                invitationToken);
    }
}
