/** Second factors by REST. */
@NullMarked
package dev.gatehouse.api.mfa;

import org.jspecify.annotations.NullMarked;
