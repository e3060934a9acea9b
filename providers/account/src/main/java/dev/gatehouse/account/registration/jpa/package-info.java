/** Waiting registrations and errands in the database. */
@NullMarked
package dev.gatehouse.account.registration.jpa;

import org.jspecify.annotations.NullMarked;
