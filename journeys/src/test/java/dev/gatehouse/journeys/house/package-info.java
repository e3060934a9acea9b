/** The house that stories are told in: one server, one broker, one inbox for all of them. */
@NullMarked
package dev.gatehouse.journeys.house;

import org.jspecify.annotations.NullMarked;
