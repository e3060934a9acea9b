package dev.gatehouse.account.preference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.organization.FieldCode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What preferences may say: collects all that is wrong with a document.
 *
 * @param locales those that the realm speaks; none where any will do
 */
record PreferenceRules(Set<String> locales) {
    private static final Set<String> FIELDS = Set.of("locale", "timezone", "theme", "notifications", "mfa", "custom");
    private static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final Set<String> METHODS =
            Arrays.stream(FactorType.values()).map(FactorType::wireName).collect(Collectors.toUnmodifiableSet());
    private static final Pattern NOTIFICATION = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
    private static final int MOST_NOTIFICATIONS = 50;

    List<FieldError> faults(JsonNode document) {
        List<FieldError> errors = new ArrayList<>();
        document.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            switch (name) {
                case "locale" ->
                    check(errors, "/locale", isLocale(value), "Has to be a language that the realm speaks.");
                case "timezone" -> check(errors, "/timezone", isZone(value), "Has to be a zone like Europe/Berlin.");
                case "theme" ->
                    check(
                            errors,
                            "/theme",
                            value.isTextual() && THEMES.contains(value.textValue()),
                            "Has to be light, dark or system.");
                case "notifications" -> notifications(errors, value);
                case "mfa" -> mfa(errors, value);
                case "custom" -> custom(errors, value);
                default -> errors.add(unknown("/" + escaped(name)));
            }
        });
        return errors;
    }

    /** Whether the outline has such a field. */
    static boolean knows(String field) {
        return FIELDS.contains(field);
    }

    static FieldError unknown(String pointer) {
        return new FieldError(pointer, "unknown", "Preferences have no such field.");
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private boolean isLocale(JsonNode value) {
        if (!value.isTextual() || value.textValue().length() > 35) {
            return false;
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(value.textValue())
                    .build()
                    .toLanguageTag();
            return locales.isEmpty() ? !tag.equals("und") : locales.contains(value.textValue());
        } catch (IllformedLocaleException notALanguage) {
            return false;
        }
    }

    private static boolean isZone(JsonNode value) {
        return value.isTextual() && ZoneId.getAvailableZoneIds().contains(value.textValue());
    }

    private static void notifications(List<FieldError> errors, JsonNode value) {
        if (!isObject(errors, "/notifications", value)) {
            return;
        }
        check(
                errors,
                "/notifications",
                value.size() <= MOST_NOTIFICATIONS,
                FieldCode.LENGTH,
                "At most " + MOST_NOTIFICATIONS + ".");
        value.properties().forEach(entry -> {
            String pointer = "/notifications/" + escaped(entry.getKey());
            check(
                    errors,
                    pointer,
                    NOTIFICATION.matcher(entry.getKey()).matches(),
                    "A name has lower-case letters, digits, dots, hyphens and underscores, 64 at most.");
            check(errors, pointer, entry.getValue().isBoolean(), "type", "Has to be true or false.");
        });
    }

    private static void mfa(List<FieldError> errors, JsonNode value) {
        if (!isObject(errors, "/mfa", value)) {
            return;
        }
        value.properties().forEach(entry -> {
            if (!entry.getKey().equals("preferred_method")) {
                errors.add(unknown("/mfa/" + escaped(entry.getKey())));
            } else {
                check(
                        errors,
                        "/mfa/preferred_method",
                        entry.getValue().isTextual()
                                && METHODS.contains(entry.getValue().textValue()),
                        "Has to be one of: " + METHODS.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        });
    }

    private static void custom(List<FieldError> errors, JsonNode value) {
        if (isObject(errors, "/custom", value)) {
            check(
                    errors,
                    "/custom",
                    isStorable(value.toString()),
                    FieldCode.CHARACTER,
                    "A character in here is not allowed.");
        }
    }

    /** JSON escapes NUL, and writes half a surrogate pair as it is: databases take neither in a text they compare. */
    private static boolean isStorable(String json) {
        return !json.contains("\\u0000")
                && json.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isObject(List<FieldError> errors, String pointer, JsonNode value) {
        check(errors, pointer, value.isObject(), "type", "Has to be an object.");
        return value.isObject();
    }

    private static void check(List<FieldError> errors, String pointer, boolean fits, String message) {
        check(errors, pointer, fits, FieldCode.VALUE, message);
    }

    private static void check(List<FieldError> errors, String pointer, boolean fits, String code, String message) {
        if (!fits) {
            errors.add(new FieldError(pointer, code, message));
        }
    }
}
