/** The contract as others read it: a linter, and generators of clients. */
@NullMarked
package dev.gatehouse.journeys.contract;

import org.jspecify.annotations.NullMarked;
