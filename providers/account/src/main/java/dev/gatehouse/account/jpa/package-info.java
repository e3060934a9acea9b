/** The tables of this module. */
@NullMarked
package dev.gatehouse.account.jpa;

import org.jspecify.annotations.NullMarked;
