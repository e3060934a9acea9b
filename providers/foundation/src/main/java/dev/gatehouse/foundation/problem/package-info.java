/** The catalogue of everything that can be wrong, named once for all modules. */
@NullMarked
package dev.gatehouse.foundation.problem;

import org.jspecify.annotations.NullMarked;
