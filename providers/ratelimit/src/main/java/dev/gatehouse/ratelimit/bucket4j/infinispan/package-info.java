/** Buckets in Infinispan: one bucket for the whole cluster. */
@NullMarked
package dev.gatehouse.ratelimit.bucket4j.infinispan;

import org.jspecify.annotations.NullMarked;
