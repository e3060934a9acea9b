/** What the world's numbering plans say, by libphonenumber. */
@NullMarked
package dev.gatehouse.messaging.phone.libphonenumber;

import org.jspecify.annotations.NullMarked;
