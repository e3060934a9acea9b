/** What the owner of an account is told of changes to its second factors. */
@NullMarked
package dev.gatehouse.mfa.notice;

import org.jspecify.annotations.NullMarked;
