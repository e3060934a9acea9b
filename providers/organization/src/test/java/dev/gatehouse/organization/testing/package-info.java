/** What tests of other modules need too. */
@NullMarked
package dev.gatehouse.organization.testing;

import org.jspecify.annotations.NullMarked;
