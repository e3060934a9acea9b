/** Telephone numbers that text messages go to: read from what people type, and shown without giving them away. */
@NullMarked
package dev.gatehouse.messaging.phone;

import org.jspecify.annotations.NullMarked;
