/** What a realm has to be before a server lets it in. */
@NullMarked
package dev.gatehouse.foundation.realm;

import org.jspecify.annotations.NullMarked;
