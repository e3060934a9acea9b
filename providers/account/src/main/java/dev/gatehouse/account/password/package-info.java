/** What passwords have to be. */
@NullMarked
package dev.gatehouse.account.password;

import org.jspecify.annotations.NullMarked;
