package dev.gatehouse.journeys.access;

import java.util.Map;

/**
 * An organization to try operations on.
 *
 * @param id its id
 * @param variables what stands for the variables of a path inside it: a member, a role, an invitation, a domain of its own
 */
record Site(String id, Map<String, String> variables) {}
