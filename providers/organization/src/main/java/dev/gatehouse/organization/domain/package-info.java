/**
 * Which domains an organization may call its own, and how it proves that one is: by a TXT record that only who runs the
 * domain's name servers can set, and that is looked for again from time to time.
 */
@NullMarked
package dev.gatehouse.organization.domain;

import org.jspecify.annotations.NullMarked;
