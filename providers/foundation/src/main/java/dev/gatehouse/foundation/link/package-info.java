/** Where links in mails lead. */
@NullMarked
package dev.gatehouse.foundation.link;

import org.jspecify.annotations.NullMarked;
