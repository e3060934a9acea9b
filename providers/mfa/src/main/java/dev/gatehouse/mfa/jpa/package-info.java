/** Challenges and failures in the database, under row locks that hold for every node. */
@NullMarked
package dev.gatehouse.mfa.jpa;

import org.jspecify.annotations.NullMarked;
