/** The HTTP face of the features. */
@NullMarked
package dev.gatehouse.api;

import org.jspecify.annotations.NullMarked;
