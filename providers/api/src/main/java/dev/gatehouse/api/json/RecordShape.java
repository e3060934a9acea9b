package dev.gatehouse.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.foundation.problem.FieldError;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with a record: its components are the fields, those not marked {@link Nullable} have to be there.
 * Collects every difference instead of stopping at the first.
 */
final class RecordShape {
    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** How much a field takes: characters of a text, and entries of a list or an object. */
    private record Limits(int length, int items) {
        static Limits of(RecordComponent component) {
            MaxLength length = component.getAnnotation(MaxLength.class);
            MaxItems items = component.getAnnotation(MaxItems.class);
            return new Limits(
                    length == null ? MaxLength.UNMARKED : length.value(),
                    items == null ? MaxItems.UNMARKED : items.value());
        }
    }

    private final List<FieldError> errors;

    RecordShape(List<FieldError> errors) {
        this.errors = errors;
    }

    void check(String pointer, ObjectNode object, Class<?> type) {
        Set<String> known = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            known.add(name);
            checkField(pointer(pointer, name), object.get(name), component);
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                report(pointer(pointer, name), Mistake.UNKNOWN, "This operation has no such field.");
            }
        });
    }

    private void checkField(String pointer, @Nullable JsonNode value, RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value == null || value.isNull()) {
            if (!optional) {
                report(pointer, Mistake.REQUIRED, "This field is required.");
            }
            return;
        }
        if (!optional && value.isTextual() && value.textValue().isEmpty()) {
            report(pointer, Mistake.LENGTH, "This field must not be empty.");
            return;
        }
        Limits limits = Limits.of(component);
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType generic && mayHoldNulls(generic)) {
            value = withoutNulls(value);
        }
        checkValue(pointer, value, component.getGenericType(), limits);
    }

    /** A map of values that may be null: a merge patch removes with them. */
    private static boolean mayHoldNulls(AnnotatedParameterizedType type) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1].isAnnotationPresent(Nullable.class);
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode rest = value.deepCopy();
        rest.properties().removeIf(entry -> entry.getValue().isNull());
        return rest;
    }

    private void checkValue(String pointer, JsonNode value, Type type, Limits limits) {
        if (type == String.class) {
            checkText(pointer, value, limits.length());
        } else if (type == boolean.class || type == Boolean.class) {
            expect(pointer, value.isBoolean(), "true or false");
        } else if (type == int.class || type == Integer.class) {
            expect(pointer, value.isIntegralNumber() && value.canConvertToInt(), "a whole number");
        } else if (type == long.class || type == Long.class) {
            expect(pointer, value.isIntegralNumber() && value.canConvertToLong(), "a whole number");
        } else if (type instanceof Class<?> nested && nested.isRecord()) {
            if (expect(pointer, value.isObject(), "an object")) {
                check(pointer, (ObjectNode) value, nested);
            }
        } else if (type instanceof ParameterizedType generic) {
            checkMany(pointer, value, generic, limits);
        } else {
            throw new IllegalStateException("A request record cannot have a field of " + type);
        }
    }

    private void checkMany(String pointer, JsonNode value, ParameterizedType type, Limits limits) {
        if (value.size() > limits.items()) {
            report(pointer, Mistake.LENGTH, "At most " + limits.items() + " entries.");
            return;
        }
        Type element = Arrays.asList(type.getActualTypeArguments()).get(type.getActualTypeArguments().length - 1);
        if (type.getRawType() == List.class) {
            if (expect(pointer, value.isArray(), "an array")) {
                for (int index = 0; index < value.size(); index++) {
                    checkValue(pointer(pointer, "" + index), value.get(index), element, limits);
                }
            }
        } else if (type.getRawType() == Map.class) {
            if (expect(pointer, value.isObject(), "an object")) {
                value.properties().forEach(entry -> {
                    String at = pointer(pointer, entry.getKey());
                    checkCharacters(at, entry.getKey());
                    checkValue(at, entry.getValue(), element, limits);
                });
            }
        } else {
            throw new IllegalStateException("A request record cannot have a field of " + type);
        }
    }

    private void checkText(String pointer, JsonNode value, int maxLength) {
        if (!expect(pointer, value.isTextual(), "a text")) {
            return;
        }
        String text = value.textValue();
        if (text.length() > maxLength) {
            report(pointer, Mistake.LENGTH, "At most " + maxLength + " characters.");
        }
        checkCharacters(pointer, text);
    }

    /** No database and no token can carry these; refused here, they never become an error of ours. */
    private void checkCharacters(String pointer, String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            report(pointer, Mistake.CHARACTER, "A character in this field is not allowed.");
        }
    }

    private boolean expect(String pointer, boolean fits, String what) {
        if (!fits) {
            report(pointer, Mistake.TYPE, "This field has to be " + what + ".");
        }
        return fits;
    }

    private void report(String pointer, Mistake mistake, String message) {
        errors.add(mistake.at(pointer, message));
    }

    /** The field of the object at {@code parent} with this name, escaped as RFC 6901 asks. */
    private static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A name that is a word of the language is written over the component. */
    private static String name(RecordComponent component) {
        JsonProperty written = component.getAccessor().getAnnotation(JsonProperty.class);
        return written == null ? NAMES.translate(component.getName()) : written.value();
    }
}
