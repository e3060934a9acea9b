/**
 * What an organization asks of its members' logins and sessions, and what it may have: read from and written to attributes
 * of the organization, so that the admin console and the realm's export have it.
 *
 * <p>Two rules hold for each of them. A value that nobody can read, edited by hand, counts as the stricter meaning: a
 * typing error never opens anything. Where two policies meet, the stricter wins.
 */
@NullMarked
package dev.gatehouse.organization.policy;

import org.jspecify.annotations.NullMarked;
