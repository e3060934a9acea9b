/** What stories need Node.js for: tools and libraries of that world, told from here. */
@NullMarked
package dev.gatehouse.journeys.node;

import org.jspecify.annotations.NullMarked;
