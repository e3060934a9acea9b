/** How safe an account is, and what its owner should do about it. */
@NullMarked
package dev.gatehouse.account.security;

import org.jspecify.annotations.NullMarked;
