/** The contract as a page to read and try. */
@NullMarked
package dev.gatehouse.api.docs;

import org.jspecify.annotations.NullMarked;
