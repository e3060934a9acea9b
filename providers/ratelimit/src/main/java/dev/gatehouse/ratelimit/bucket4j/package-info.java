/** Buckets as bucket4j keeps them: in this node's memory. */
@NullMarked
package dev.gatehouse.ratelimit.bucket4j;

import org.jspecify.annotations.NullMarked;
