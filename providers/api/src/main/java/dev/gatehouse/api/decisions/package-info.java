/** Decisions and permissions by REST, for services that ask what somebody may do. */
@NullMarked
package dev.gatehouse.api.decisions;

import org.jspecify.annotations.NullMarked;
