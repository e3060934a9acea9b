/** What a run of all tests has to say in its last lines. */
@NullMarked
package dev.gatehouse.journeys.report;

import org.jspecify.annotations.NullMarked;
