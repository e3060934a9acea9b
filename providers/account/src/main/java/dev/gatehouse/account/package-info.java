/** Login of first-party clients, sessions, profile. */
@NullMarked
package dev.gatehouse.account;

import org.jspecify.annotations.NullMarked;
