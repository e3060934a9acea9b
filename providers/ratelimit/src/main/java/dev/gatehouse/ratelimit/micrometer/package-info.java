/** What operators see of the limits. */
@NullMarked
package dev.gatehouse.ratelimit.micrometer;

import org.jspecify.annotations.NullMarked;
