/** The development inbox: what this server sent, for whoever tries it out. Never there in production. */
@NullMarked
package dev.gatehouse.messaging.inbox;

import org.jspecify.annotations.NullMarked;
