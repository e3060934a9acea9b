/** What a token that is good now says. */
@NullMarked
package dev.gatehouse.account.validation;

import org.jspecify.annotations.NullMarked;
