/** Who somebody is: looked at, changed, made. */
@NullMarked
package dev.gatehouse.account.profile;

import org.jspecify.annotations.NullMarked;
