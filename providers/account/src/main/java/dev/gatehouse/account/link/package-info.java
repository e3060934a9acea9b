/** Links in mails that prove that somebody reads mail at an address. */
@NullMarked
package dev.gatehouse.account.link;

import org.jspecify.annotations.NullMarked;
