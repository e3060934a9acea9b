/** What happens to messages, as meters and log lines. */
@NullMarked
package dev.gatehouse.messaging.micrometer;

import org.jspecify.annotations.NullMarked;
