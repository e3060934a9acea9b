/**
 * A person's browser, for stories: a real Chromium whose windows each come from their own address of this machine,
 * reach nothing but this machine, and can be looked at as a picture or judged for accessibility.
 */
@NullMarked
package dev.gatehouse.journeys.browser;

import org.jspecify.annotations.NullMarked;
