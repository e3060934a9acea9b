/** How somebody wants to be served. */
@NullMarked
package dev.gatehouse.account.preference;

import org.jspecify.annotations.NullMarked;
