/** Requests on a condition (RFC 9110, 13): what a client has seen, named by its tag. */
@NullMarked
package dev.gatehouse.api.condition;

import org.jspecify.annotations.NullMarked;
