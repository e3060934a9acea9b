package dev.gatehouse.journeys.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A story told in Chromium: its test methods may ask for a {@link Browser}.
 *
 * <p>Where no Chromium is installed the story is not run, and the report says so. Stories in Chromium run one after
 * another, since Playwright serves one thread at a time.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumExtension.class)
@ResourceLock("chromium")
public @interface InChromium {}
