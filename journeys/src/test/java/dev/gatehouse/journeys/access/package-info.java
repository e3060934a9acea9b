/** Who may do what: every operation inside an organization, tried by every kind of caller. */
@NullMarked
package dev.gatehouse.journeys.access;

import org.jspecify.annotations.NullMarked;
