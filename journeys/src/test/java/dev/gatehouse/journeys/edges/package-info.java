/** What every operation of the contract does with requests that are not right. */
@NullMarked
package dev.gatehouse.journeys.edges;

import org.jspecify.annotations.NullMarked;
