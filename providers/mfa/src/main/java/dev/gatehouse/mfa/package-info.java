/** One engine for one-time codes; e-mail codes. */
@NullMarked
package dev.gatehouse.mfa;

import org.jspecify.annotations.NullMarked;
