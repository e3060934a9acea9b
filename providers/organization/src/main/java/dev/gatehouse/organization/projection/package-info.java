/**
 * What lists, search and the dashboard are read from: a projection of memberships, in rows that cost the same to read
 * whatever the organization's size.
 */
@NullMarked
package dev.gatehouse.organization.projection;

import org.jspecify.annotations.NullMarked;
