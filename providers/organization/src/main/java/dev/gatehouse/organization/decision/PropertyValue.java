package dev.gatehouse.organization.decision;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a property of the resource equals a value of the same JSON type, or the subject's id. A text {@code "100"} is not
 * the number 100, nor {@code "true"} true.
 *
 * @param value a text, a {@link BigDecimal}, a {@link Boolean}, or {@link #SUBJECT}
 */
record PropertyValue(String property, Object value) implements Condition {

    static final String NAME = "resource\\.([a-z][a-z0-9_]{0,62})";
    static final String NUMBER = "-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,9})?";
    static final Pattern FORM = Pattern.compile(NAME + " is (?:(subject|true|false)|(" + NUMBER
            + ")|([A-Za-z][A-Za-z0-9_.-]*)|\"([^\"\\p{C}]*)\")(?![^ ])");

    private static final Object SUBJECT = new Object();

    static Condition read(Matcher match) {
        String property = match.group(1);
        if (match.group(2) != null) {
            return new PropertyValue(
                    property,
                    match.group(2).equals("subject")
                            ? SUBJECT
                            : (Object) match.group(2).equals("true"));
        }
        if (match.group(3) != null) {
            return new PropertyValue(property, new BigDecimal(match.group(3)));
        }
        return new PropertyValue(property, match.group(4) != null ? match.group(4) : match.group(5));
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        Object actual = evaluation.property(property);
        if (value == SUBJECT) {
            return actual instanceof String id && id.equals(evaluation.subject().id());
        }
        if (value instanceof BigDecimal number) {
            return actual instanceof BigDecimal other && number.compareTo(other) == 0;
        }
        return value.equals(actual);
    }
}
