package dev.gatehouse.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most entries that a list or an object in a field of a request may have, and each list inside of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MaxItems {
    /** The limit of a field without this annotation: its feature says how many it takes, or the size of a body does. */
    int UNMARKED = Integer.MAX_VALUE;

    int value();
}
