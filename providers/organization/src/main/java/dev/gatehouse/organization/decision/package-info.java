/**
 * Decisions: may this user do this, to this resource, in this organization, now. The questions and answers of the
 * OpenID AuthZEN Authorization API 1.0, and the conditions under which a role allows something.
 */
@NullMarked
package dev.gatehouse.organization.decision;

import org.jspecify.annotations.NullMarked;
