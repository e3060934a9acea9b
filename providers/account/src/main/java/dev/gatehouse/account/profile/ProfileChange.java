package dev.gatehouse.account.profile;

import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396) of a profile: what is not named stays, and what is null goes. What the values may be, the
 * realm's user profile says.
 *
 * @param fields empty where a field shall go
 * @param attributes no values where an attribute shall go
 */
public record ProfileChange(Map<ProfileField, Optional<String>> fields, Map<String, List<String>> attributes) {

    private static final int MOST_ATTRIBUTES = 50;
    private static final int MOST_VALUES = 50;

    public ProfileChange {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
    }

    /** @param sent which fields were there, if only as null */
    public static Checked<ProfileChange> check(
            Set<String> sent,
            Map<ProfileField, @Nullable String> values,
            @Nullable Map<String, @Nullable List<String>> attributes) {
        List<FieldError> errors = new ArrayList<>();
        Map<ProfileField, Optional<String>> fields = new HashMap<>();
        for (ProfileField field : ProfileField.values()) {
            if (sent.contains(field.wireName())) {
                fields.put(field, Optional.ofNullable(values.get(field)).filter(value -> !value.isEmpty()));
            }
        }
        for (ProfileField field : List.of(ProfileField.USERNAME, ProfileField.EMAIL)) {
            if (fields.getOrDefault(field, Optional.of("")).isEmpty()) {
                errors.add(new FieldError(field.pointer(), FieldCode.REQUIRED, "It can be changed, not removed."));
            }
        }
        if (sent.contains("attributes") && attributes == null) {
            errors.add(new FieldError(
                    "/attributes", FieldCode.REQUIRED, "Must be an object; name each attribute that shall go."));
        }
        Map<String, List<String>> named = attributes == null ? Map.of() : attributes(attributes, errors);
        return errors.isEmpty() ? Checked.good(new ProfileChange(fields, named)) : Checked.bad(errors);
    }

    /** The same without this field. */
    public ProfileChange without(ProfileField field) {
        Map<ProfileField, Optional<String>> rest = new HashMap<>(fields);
        rest.remove(field);
        return new ProfileChange(rest, attributes);
    }

    /** The new value of a field, if it gets one. */
    public Optional<String> value(ProfileField field) {
        return fields.getOrDefault(field, Optional.empty());
    }

    /** What is wrong with attributes as a request carries them, and the good ones. */
    static Map<String, List<String>> attributes(
            Map<String, @Nullable List<String>> attributes, List<FieldError> errors) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        if (attributes.size() > MOST_ATTRIBUTES) {
            errors.add(
                    new FieldError("/attributes", FieldCode.LENGTH, "At most " + MOST_ATTRIBUTES + " can be named."));
            return named;
        }
        attributes.forEach((name, values) -> {
            String pointer = "/attributes/" + name.replace("~", "~0").replace("/", "~1");
            if (name.isBlank() || name.length() > 255) {
                errors.add(new FieldError(pointer, FieldCode.LENGTH, "A name has 1 to 255 characters."));
            } else if (ProfileField.ofAttribute(name).isPresent()) {
                errors.add(new FieldError(pointer, FieldCode.VALUE, "This has a field of its own."));
            } else if (values != null && values.size() > MOST_VALUES) {
                errors.add(new FieldError(pointer, FieldCode.LENGTH, "At most " + MOST_VALUES + " values."));
            } else {
                named.put(name, values == null ? List.of() : List.copyOf(values));
            }
        });
        return named;
    }
}
