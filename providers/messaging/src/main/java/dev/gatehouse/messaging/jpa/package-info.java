/** The queue as a table, in the transaction of whoever hands a message in. */
@NullMarked
package dev.gatehouse.messaging.jpa;

import org.jspecify.annotations.NullMarked;
