package dev.gatehouse.organization.decision;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a property of the resource is a number, and not above (or not below) another.
 *
 * @param upper whether the bound is the most, or the least
 */
record PropertyBound(String property, boolean upper, BigDecimal bound) implements Condition {

    static final Pattern FORM =
            Pattern.compile(PropertyValue.NAME + " (at-most|at-least) (" + PropertyValue.NUMBER + ")(?![^ ])");

    static Condition read(Matcher match) {
        return new PropertyBound(match.group(1), match.group(2).equals("at-most"), new BigDecimal(match.group(3)));
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        return evaluation.property(property) instanceof BigDecimal number
                && (upper ? number.compareTo(bound) <= 0 : number.compareTo(bound) >= 0);
    }
}
