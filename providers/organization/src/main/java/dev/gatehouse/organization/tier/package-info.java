/** How many requests an organization may send: named tiers of the server's settings. */
@NullMarked
package dev.gatehouse.organization.tier;

import org.jspecify.annotations.NullMarked;
