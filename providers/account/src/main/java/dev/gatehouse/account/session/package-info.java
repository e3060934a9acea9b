/** The sessions of a user. */
@NullMarked
package dev.gatehouse.account.session;

import org.jspecify.annotations.NullMarked;
