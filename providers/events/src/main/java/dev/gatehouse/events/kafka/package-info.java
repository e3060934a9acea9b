/** Events to Kafka, by the Kafka protocol binding of CloudEvents in its binary mode. */
@NullMarked
package dev.gatehouse.events.kafka;

import org.jspecify.annotations.NullMarked;
