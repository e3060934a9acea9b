/** Creations that a client may safely ask for again. */
@NullMarked
package dev.gatehouse.api.idempotency;

import org.jspecify.annotations.NullMarked;
