/** Registrations that wait for their address to be verified, and what is done about addresses out of the asker's sight. */
@NullMarked
package dev.gatehouse.account.registration;

import org.jspecify.annotations.NullMarked;
