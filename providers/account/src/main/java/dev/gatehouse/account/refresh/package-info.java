/** Refresh tokens that are good once. */
@NullMarked
package dev.gatehouse.account.refresh;

import org.jspecify.annotations.NullMarked;
