/** Who may become a member of an organization, by its policies: how many seats there are, and for whom. */
@NullMarked
package dev.gatehouse.organization.admission;

import org.jspecify.annotations.NullMarked;
