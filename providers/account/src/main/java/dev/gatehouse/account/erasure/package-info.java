/** How somebody is forgotten. */
@NullMarked
package dev.gatehouse.account.erasure;

import org.jspecify.annotations.NullMarked;
