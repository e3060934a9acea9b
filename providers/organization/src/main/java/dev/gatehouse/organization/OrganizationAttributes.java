package dev.gatehouse.organization;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules for an organization's attributes, which are free for applications. */
final class OrganizationAttributes {

    static final int MAXIMUM = 32;
    static final int MAXIMUM_VALUES = 20;
    /** What a column of Keycloak's holds. */
    private static final int MAXIMUM_VALUE = 255;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+)*");
    private static final int MAXIMUM_NAME = 64;

    private OrganizationAttributes() {}

    static Map<String, List<String>> check(Map<String, List<String>> attributes, List<FieldError> errors) {
        Map<String, List<String>> checked = new TreeMap<>();
        if (attributes.size() > MAXIMUM) {
            errors.add(tooMany());
            return checked;
        }
        attributes.forEach((name, values) -> {
            if (checkName(name, errors)) {
                checked.put(name, checkValues(name, values, errors));
            }
        });
        return checked;
    }

    static FieldError tooMany() {
        return new FieldError("/attributes", FieldCode.LENGTH, "Must be at most " + MAXIMUM + ".");
    }

    static boolean checkName(String name, List<FieldError> errors) {
        boolean good = name.length() <= MAXIMUM_NAME
                && NAME.matcher(name).matches()
                && !NewOrganization.isReservedAttribute(name);
        if (!good) {
            errors.add(new FieldError(
                    "/attributes",
                    FieldCode.VALUE,
                    "A name must be letters, digits, dots and hyphens, and not start as ours do."));
        }
        return good;
    }

    static List<String> checkValues(String name, List<String> values, List<FieldError> errors) {
        String pointer = "/attributes/" + name;
        if (values.isEmpty() || values.size() > MAXIMUM_VALUES) {
            errors.add(new FieldError(pointer, FieldCode.LENGTH, "Must have 1 to " + MAXIMUM_VALUES + " values."));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            Checked<String> text = new PlainText(pointer + "/" + at, MAXIMUM_VALUE, true).check(values.get(at));
            errors.addAll(text.errors());
            if (text.isGood()) {
                texts.add(text.value());
            }
        }
        return texts;
    }
}
