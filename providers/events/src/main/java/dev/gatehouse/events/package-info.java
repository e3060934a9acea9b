/** Outbox, Kafka relay, activity and audit. */
@NullMarked
package dev.gatehouse.events;

import org.jspecify.annotations.NullMarked;
