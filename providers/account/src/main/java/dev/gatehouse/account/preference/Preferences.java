package dev.gatehouse.account.preference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's preferences: a JSON document of a fixed outline with room for what applications add, changed by merge
 * patches. Immutable; at most {@value #MAXIMUM_BYTES} bytes.
 */
public final class Preferences {
    public static final int MAXIMUM_BYTES = 16 * 1024;

    private static final String LOCALE = "locale";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectNode document;

    private Preferences(ObjectNode document) {
        this.document = document;
    }

    /**
     * What was kept.
     *
     * @param locale the person's language, which is kept with the account, where login pages and mails look for it
     */
    public static Preferences stored(String text, @Nullable String locale) {
        try {
            ObjectNode document = JSON.readTree(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
            if (locale != null) {
                document.put(LOCALE, locale);
            }
            return new Preferences(document);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored preferences are JSON", broken);
        }
    }

    /**
     * These with a patch applied, or all that is wrong with what would come of it.
     *
     * @param locales those that the realm speaks; none where any will do
     */
    public Checked<Preferences> patched(ObjectNode patch, Set<String> locales) {
        List<FieldError> errors = new ArrayList<>();
        patch.fieldNames().forEachRemaining(name -> {
            if (!PreferenceRules.knows(name)) {
                errors.add(PreferenceRules.unknown("/" + PreferenceRules.escaped(name)));
            }
        });
        ObjectNode merged = (ObjectNode) MergePatch.apply(document, patch);
        Set<String> spoken = patch.has(LOCALE) ? locales : Set.of();
        errors.addAll(new PreferenceRules(spoken)
                .faults(merged).stream()
                        .filter(error -> !errors.contains(error))
                        .toList());
        Preferences changed = new Preferences(merged);
        if (changed.text().getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
            errors.add(new FieldError("", FieldCode.LENGTH, "Preferences have at most 16 KiB in all."));
        }
        return errors.isEmpty() ? Checked.good(changed) : Checked.bad(errors);
    }

    /** The whole outline, with null or nothing where nothing is preferred. */
    public ObjectNode shown() {
        ObjectNode shown = JSON.createObjectNode();
        for (String field : List.of(LOCALE, "timezone", "theme")) {
            shown.set(field, document.has(field) ? document.get(field) : JSON.nullNode());
        }
        shown.set("notifications", object("notifications"));
        JsonNode preferred = object("mfa").path("preferred_method");
        shown.putObject("mfa").set("preferred_method", preferred.isTextual() ? preferred : JSON.nullNode());
        shown.set("custom", object("custom"));
        return shown;
    }

    /** To be kept; the language is kept elsewhere. */
    public String text() {
        ObjectNode kept = document.deepCopy();
        kept.remove(LOCALE);
        return kept.toString();
    }

    public Optional<String> locale() {
        return text(document.path(LOCALE));
    }

    /** The kind of second factor to offer first. */
    public Optional<String> preferredMethod() {
        return text(document.path("mfa").path("preferred_method"));
    }

    private JsonNode object(String field) {
        return document.path(field).isObject() ? document.get(field) : JSON.createObjectNode();
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value.textValue());
    }
}
