/** What the server's health says of the limits. */
@NullMarked
package dev.gatehouse.ratelimit.microprofile;

import org.jspecify.annotations.NullMarked;
