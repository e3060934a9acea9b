/**
 * Invitations: what opens them, how long they wait, how often they are mailed, and what whoever accepts one gets.
 *
 * <p>A link carries a token of chance; what is stored is its digest. Who reads the database, or the admin console, can
 * accept nothing.
 */
@NullMarked
package dev.gatehouse.organization.invitation;

import org.jspecify.annotations.NullMarked;
