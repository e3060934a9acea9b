/** What one node keeps in its own memory, bounded. */
@NullMarked
package dev.gatehouse.ratelimit.caffeine;

import org.jspecify.annotations.NullMarked;
