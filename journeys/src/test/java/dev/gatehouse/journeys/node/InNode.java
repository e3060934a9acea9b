package dev.gatehouse.journeys.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A story told with Node.js: its test methods may ask for the {@link Node}.
 *
 * <p>Where there is no Node.js, or its packages cannot be had, the story is not run, and the report says so.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NodeExtension.class)
public @interface InNode {}
