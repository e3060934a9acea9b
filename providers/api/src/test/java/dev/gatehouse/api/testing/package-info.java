/** What tests of the API, the journeys' among them, check exchanges with. */
@NullMarked
package dev.gatehouse.api.testing;

import org.jspecify.annotations.NullMarked;
