package dev.gatehouse.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most characters that a text field of a request may have; {@link #UNMARKED} where a field does not say. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MaxLength {
    /** The limit of a field without this annotation: long enough for any token, far below a whole body. */
    int UNMARKED = 16_384;

    int value();
}
