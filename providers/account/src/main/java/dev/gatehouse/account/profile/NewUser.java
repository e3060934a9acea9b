package dev.gatehouse.account.profile;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.RoleChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account that somebody makes for another person.
 *
 * @param attributes by the name in the realm's user profile, fields among them
 * @param organizationId where the person belongs from the start
 * @param temporaryPassword to be changed at the first login
 * @param sendInvitation whether the person gets a mail to set a password of their own
 */
public record NewUser(
        String email,
        @Nullable String username,
        Map<String, List<String>> attributes,
        @Nullable String organizationId,
        RoleChoice roles,
        @Nullable String temporaryPassword,
        boolean sendInvitation) {

    /** The attribute that phone numbers are kept in, where Keycloak's mapper of the claim {@code phone_number} looks. */
    public static final String PHONE_NUMBER = "phoneNumber";

    public NewUser {
        attributes = Map.copyOf(attributes);
    }

    /** What a request says. */
    public record Wish(
            String email,
            @Nullable String username,
            Map<ProfileField, @Nullable String> fields,
            @Nullable String phoneNumber,
            @Nullable Map<String, List<String>> attributes,
            @Nullable String organizationId,
            @Nullable List<String> roles,
            @Nullable String temporaryPassword,
            @Nullable Boolean sendInvitation) {}

    public static Checked<NewUser> check(Wish wish) {
        List<FieldError> errors = new ArrayList<>();
        if (wish.roles() != null && wish.organizationId() == null) {
            errors.add(new FieldError("/roles", FieldCode.VALUE, "Roles are an organization's: name organization_id."));
        }
        Map<String, List<String>> given = wish.attributes() == null
                ? Map.of()
                : ProfileChange.attributes(new HashMap<>(wish.attributes()), errors);
        Map<String, List<String>> attributes = new HashMap<>(given);
        wish.fields().forEach((field, value) -> put(attributes, field.attribute(), value));
        put(attributes, PHONE_NUMBER, wish.phoneNumber());
        put(attributes, ProfileField.EMAIL.attribute(), wish.email());
        return errors.isEmpty()
                ? Checked.good(new NewUser(
                        wish.email(),
                        wish.username(),
                        attributes,
                        wish.organizationId(),
                        RoleChoice.ofNullable(wish.roles()),
                        wish.temporaryPassword(),
                        Boolean.TRUE.equals(wish.sendInvitation())))
                : Checked.bad(errors);
    }

    /** The name to log in with: the address, unless another was chosen. */
    public String usernameOrEmail() {
        return Optional.ofNullable(username).orElse(email);
    }

    @Override
    public String toString() {
        return "a new user";
    }

    private static void put(Map<String, List<String>> attributes, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, List.of(value));
        }
    }
}
