/** What an SMTP server's answers mean. */
@NullMarked
package dev.gatehouse.messaging.smtp;

import org.jspecify.annotations.NullMarked;
