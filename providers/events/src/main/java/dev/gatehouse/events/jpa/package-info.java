/** The outbox and the activity as tables. */
@NullMarked
package dev.gatehouse.events.jpa;

import org.jspecify.annotations.NullMarked;
