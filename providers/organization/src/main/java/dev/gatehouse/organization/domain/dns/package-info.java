/** TXT records asked of real name servers. */
@NullMarked
package dev.gatehouse.organization.domain.dns;

import org.jspecify.annotations.NullMarked;
