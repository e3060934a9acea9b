/** E-mails and text messages: queued, sent, retried; the development inbox. */
@NullMarked
package dev.gatehouse.messaging;

import org.jspecify.annotations.NullMarked;
