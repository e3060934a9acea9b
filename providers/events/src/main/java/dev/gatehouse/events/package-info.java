/**
 * What happened, kept and told: every event of an enabled realm becomes a row of the activity table and, where Kafka is
 * configured, a row of the outbox, in the transaction of the change it tells of; the relay takes it from there to Kafka.
 */
@NullMarked
package dev.gatehouse.events;

import org.jspecify.annotations.NullMarked;
