package dev.gatehouse.account.profile;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.FieldCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a realm's user profile has against a value, in our words: its own are keys of messages, with parameters that a
 * realm's administrators wrote for their pages.
 *
 * @param attribute as the user profile names it
 * @param key of its message
 */
public record ProfileFault(@Nullable String attribute, String key) {
    private static final Set<String> TAKEN = Set.of("usernameExistsMessage", "emailExistsMessage");
    private static final String ADDRESS_TAKEN = "emailExistsMessage";

    /** Whether the address is another account's: what the owner of an account must not learn by trying. */
    public boolean isTakenAddress() {
        return key.equals(ADDRESS_TAKEN);
    }

    private boolean isTaken() {
        return TAKEN.contains(key);
    }

    /** The outcome of these faults, of which there is at least one. */
    public static ProfileOutcome outcome(List<ProfileFault> faults) {
        boolean taken = faults.stream().allMatch(ProfileFault::isTaken);
        return new ProfileOutcome(
                taken ? ProfileVerdict.TAKEN : ProfileVerdict.UNFIT,
                faults.stream().map(ProfileFault::error).distinct().toList());
    }

    private FieldError error() {
        String pointer = attribute == null ? "" : ProfileField.pointerOf(attribute);
        if (isTaken()) {
            return new FieldError(pointer, FieldCode.VALUE, "Another account has it.");
        }
        if (key.contains("required") || key.contains("blank") || key.contains("empty") || key.startsWith("missing")) {
            return new FieldError(pointer, FieldCode.REQUIRED, "This field is required.");
        }
        if (key.contains("length") || key.contains("size")) {
            return new FieldError(pointer, FieldCode.LENGTH, "Too long, too short, or too many.");
        }
        if (key.contains("character")) {
            return new FieldError(pointer, FieldCode.CHARACTER, "A character in this field is not allowed.");
        }
        if (key.toLowerCase(Locale.ROOT).contains("read-only") || key.startsWith("readOnly")) {
            return readOnly(pointer);
        }
        return new FieldError(pointer, FieldCode.VALUE, "The realm's user profile does not take this value.");
    }

    /** The error of a field that this caller may read at most. */
    public static FieldError readOnly(String pointer) {
        return new FieldError(pointer, FieldCode.VALUE, "This cannot be changed here.");
    }

    /** The error of an attribute that the realm's user profile does not have. */
    public static FieldError unknown(String attribute) {
        return new FieldError(
                ProfileField.pointerOf(attribute), "unknown", "The realm's user profile has no such attribute.");
    }
}
