/**
 * Limits on how often one address may do what needs no token. The rules alone: what is limited, how much, and what the
 * answer says. Where buckets are kept and how a request arrives is the business of the packages below.
 */
@NullMarked
package dev.gatehouse.ratelimit;

import org.jspecify.annotations.NullMarked;
