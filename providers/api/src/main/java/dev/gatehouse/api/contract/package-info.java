/** The API's description, which is its source. */
@NullMarked
package dev.gatehouse.api.contract;

import org.jspecify.annotations.NullMarked;
