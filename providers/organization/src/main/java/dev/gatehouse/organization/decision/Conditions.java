package dev.gatehouse.organization.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small language of conditions:
 *
 * <pre>{@code
 * conditions = condition *( " and " condition )
 * condition  = "time within " HH:MM "-" HH:MM " " ZONE [ " " DAYS ]
 *            | "network in " NETWORK *( "," NETWORK )
 *            | "resource." PROPERTY " is " ( "subject" | VALUE )
 *            | "resource." PROPERTY " " ( "at-most" | "at-least" ) " " NUMBER
 * }</pre>
 *
 * <p>All conditions of one text have to hold. Nothing is guessed: one blank between words, all words lower-case.
 */
public final class Conditions {

    /** More would not be read by people either. */
    static final int MAXIMUM = 5;

    private static final String AND = " and ";
    private static final List<Reader> READERS = List.of(
            new Reader(TimeWindow.FORM, TimeWindow::read),
            new Reader(Networks.FORM, Networks::read),
            new Reader(PropertyBound.FORM, PropertyBound::read),
            new Reader(PropertyValue.FORM, PropertyValue::read));

    private Conditions() {}

    /** What is wrong with the text, a sentence; nothing if it is good. */
    public static Optional<String> mistake(String text) {
        try {
            read(text);
            return Optional.empty();
        } catch (BadCondition bad) {
            return Optional.of(String.valueOf(bad.getMessage()));
        }
    }

    /** Whether all hold. What cannot be read does not. */
    static boolean hold(String text, Evaluation evaluation) {
        try {
            return read(text).stream().allMatch(condition -> condition.holds(evaluation));
        } catch (BadCondition unreadable) {
            return false;
        }
    }

    private static List<Condition> read(String text) throws BadCondition {
        List<Condition> conditions = new ArrayList<>();
        int at = 0;
        while (true) {
            if (conditions.size() == MAXIMUM) {
                throw new BadCondition("At most " + MAXIMUM + " conditions.");
            }
            at = readOne(text, at, conditions);
            if (at == text.length()) {
                return conditions;
            }
            if (!text.startsWith(AND, at)) {
                throw new BadCondition("After a condition only \" and \" and another one can stand.");
            }
            at += AND.length();
        }
    }

    private static int readOne(String text, int at, List<Condition> conditions) throws BadCondition {
        for (Reader reader : READERS) {
            Matcher match = reader.form().matcher(text).region(at, text.length());
            if (match.lookingAt()) {
                conditions.add(reader.reading().of(match));
                return match.end();
            }
        }
        throw new BadCondition("Must be a condition such as \"time within 08:00-18:00 Europe/Berlin mon-fri\","
                + " \"network in 10.0.0.0/8\", \"resource.owner is subject\" or \"resource.amount at-most 1000\".");
    }

    private record Reader(Pattern form, Reading reading) {}

    @FunctionalInterface
    private interface Reading {
        Condition of(Matcher match) throws BadCondition;
    }
}
