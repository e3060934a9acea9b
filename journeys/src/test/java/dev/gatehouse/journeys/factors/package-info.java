/** The matrix of ways in and second factors: each way tried without the factor that is due, and with it. */
@NullMarked
package dev.gatehouse.journeys.factors;

import org.jspecify.annotations.NullMarked;
